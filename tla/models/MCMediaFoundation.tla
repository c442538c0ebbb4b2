-------------------------- MODULE MCMediaFoundation --------------------------
(* Bounded models of MediaFoundation.  Counts and queues grow with the calls *)
(* of the environment: the bound is at the call for what is temporal and for *)
(* state graphs, else a constraint, which leaves the actions as they are.    *)
EXTENDS MediaFoundation, TLC

CONSTANTS MaxStartups, MaxLocks, MaxPuts

MF == INSTANCE MediaFoundation

RECURSIVE Sum(_, _)
Sum(f, S) == IF S = {} THEN 0 ELSE LET x == CHOOSE x \in S : TRUE IN f[x] + Sum(f, S \ {x})

Outstanding == Sum([q \in Queues |-> Len(queue[q])], Queues) + Load

MCStartup      == startups < MaxStartups /\ MF!Startup
MCLock(q)      == locks[q] < MaxLocks /\ MF!Lock(q)
MCAccept(q, i) == Outstanding < MaxPuts /\ MF!Accept(q, i)

Bounded ==
  /\ startups <= MaxStartups
  /\ \A q \in PrivateQueues : locks[q] <= MaxLocks
  /\ Outstanding <= MaxPuts

(* Priorities: all the same, or one item more urgent than the others.       *)
Usual  == [i \in Items |-> 0]
Urgent == [i \in Items |-> IF i = CHOOSE j \in Items : TRUE THEN 1 ELSE 0]

Symmetry == Permutations(Items) \cup Permutations(Workers)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

NeverRunsAfterRelease == \A q \in PrivateQueues : ~Live(q) => RunningOn(q) = {}
NeverPendingAfterShutdown == ~Started => \A q \in Queues : queue[q] = <<>>
NeverOvertakes == [][\A q \in SerialQueues, i \in Items : Leaves(q, i) => Head(queue[q]) = i]_vars
NeverKept == \A q \in PrivateQueues : Live(q) => Locked(q)
NeverChained == \A q \in PrivateQueues : base[q] # NoBase => base[q] \notin SerialQueues
NeverOverlaps == \A q \in Queues : Cardinality(RunningOn(q)) <= 1
==============================================================================
