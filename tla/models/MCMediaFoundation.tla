-------------------------- MODULE MCMediaFoundation --------------------------
(* Bounded models of MediaFoundation: counts and queues that grow with the   *)
(* environment's calls are cut at the call.                                  *)
EXTENDS MediaFoundation, TLC

CONSTANTS MaxStartups, MaxLocks, MaxPuts

MF == INSTANCE MediaFoundation

RECURSIVE Sum(_, _)
Sum(f, S) == IF S = {} THEN 0 ELSE LET x == CHOOSE x \in S : TRUE IN f[x] + Sum(f, S \ {x})

MCStartup      == startups < MaxStartups /\ MF!Startup
MCLock(q)      == locks[q] < MaxLocks /\ MF!Lock(q)
MCAccept(q, i) == /\ Sum([p \in Queues |-> Len(queue[p])], Queues) + Load < MaxPuts
                  /\ MF!Accept(q, i)

Symmetry == Permutations(Items) \cup Permutations(Workers)
==============================================================================
