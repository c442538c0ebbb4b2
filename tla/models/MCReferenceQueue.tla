--------------------------- MODULE MCReferenceQueue ---------------------------
(* Models of ReferenceQueue.  Instances are renumbered, so that a coalescing *)
(* queue has finitely many states however often its items are enqueued.      *)
EXTENDS ReferenceQueue, TLC

CONSTANTS MaxQueued, QueueClosesAsOne

RQ == INSTANCE ReferenceQueue

MCScopes  == IF QueueClosesAsOne THEN {"queue"} ELSE Items
MCScopeOf == [i \in Items |-> IF QueueClosesAsOne THEN "queue" ELSE i]

(* The latest instance has number 0 and the others the numbers below, in     *)
(* their order and without gaps.                                             *)
MCNumberInstance(i) ==
  LET holders == {w \in Workers : item[w] = i}
      flushers == {c \in Clients : arg[c] = i /\ pc[c] \in {"flushWaiting", "flushAwake"}}
      numbers == {instance[w] : w \in holders} \cup {last[c] : c \in flushers}
      Older(n) == -1 - Cardinality({m \in numbers : m > n})
  IN IF Dedup = "distinct" THEN UNCHANGED <<accepted, instance, last>> ELSE
     /\ instance' = [w \in Workers |-> IF w \in holders THEN Older(instance[w]) ELSE instance[w]]
     /\ last' = [c \in Clients |-> IF c \in flushers THEN Older(last[c]) ELSE last[c]]
     /\ UNCHANGED accepted

(* Only a queue of distinct instances needs this bound.                      *)
MCEnqueueCall(t, i) ==
  /\ Len(queue) + Cardinality({u \in Threads : pc[u] = "enqueue"}) < MaxQueued
  /\ RQ!EnqueueCall(t, i)

(* What a smaller model leaves out; another one has it.                      *)
MCOnlyClientsCall(t, i) == t \in Clients /\ RQ!EnqueueCall(t, i)
MCNever(t)      == FALSE /\ UNCHANGED vars
MCNeverOf(t, x) == FALSE /\ UNCHANGED vars

Symmetry ==
  (IF Stuck = {} THEN Permutations(Items) ELSE {})
  \cup Permutations(Workers) \cup Permutations(Clients)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

NeverSignalsNobody == Marking # {} => IdleWorkers # {}
NeverWakesInVain   == \A w \in Workers : pc[w] = "chosen" /\ Free => queue # <<>>
NeverConfirmedWhileRunning ==
  \A i \in marked : \A w \in Workers : item[w] = i => pc[w] # "callback"
NeverBecomesPendingMeanwhile ==
  \A t \in Threads : pc[t] = "enqueue" /\ Free => arg[t] \notin marked
==============================================================================
