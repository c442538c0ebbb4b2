--------------------------- MODULE MCReferenceQueue ---------------------------
(* Models of ReferenceQueue.  Instances are renumbered, so that a coalescing *)
(* queue has finitely many states however often its items are enqueued.      *)
EXTENDS ReferenceQueue, TLC

CONSTANTS MaxQueued, QueueClosesAsOne

RQ == INSTANCE ReferenceQueue

MCScopes  == IF QueueClosesAsOne THEN {"queue"} ELSE Items
MCScopeOf == [i \in Items |-> IF QueueClosesAsOne THEN "queue" ELSE i]

(* The latest instance has number 0 and the others the numbers below, in     *)
(* their order and without gaps; what was dequeued last has 0 or, once       *)
(* another was accepted, -1.                                                 *)
MCNumberInstance(i) ==
  LET holders == {w \in Workers : item[w] = i}
      flushers == {c \in Clients : arg[c] = i /\ pc[c] \in {"flush", "flushWaiting"}}
      numbers == {instance[w] : w \in holders} \cup {last[c] : c \in flushers}
      Older(n) == -1 - Cardinality({m \in numbers : m > n})
  IN IF Dedup = "distinct" THEN UNCHANGED <<accepted, dequeued, instance, last>> ELSE
     /\ dequeued' = [dequeued EXCEPT ![i] = @ - 1]
     /\ instance' = [w \in Workers |-> IF w \in holders THEN Older(instance[w]) ELSE instance[w]]
     /\ last' = [c \in Clients |-> IF c \in flushers THEN Older(last[c]) ELSE last[c]]
     /\ UNCHANGED accepted

MCNumberDequeued(w, i) ==
  IF Dedup = "distinct" THEN UNCHANGED <<dequeued, instance>> ELSE RQ!NumberDequeued(w, i)

(* Only a queue of distinct instances needs this bound.                      *)
MCEnqueueCall(t, i) ==
  /\ Len(Queued) + Cardinality({u \in Threads : pc[u] = "enqueue"}) < MaxQueued
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
NeverWakesInVain   == \A w \in Workers : pc[w] = "chosen" /\ Free => Queued # <<>>
NeverConfirmedWhileRunning ==
  \A i \in marked : \A w \in Workers : item[w] = i => pc[w] # "callback"
NeverBecomesPendingMeanwhile ==
  \A t \in Threads : pc[t] = "enqueue" /\ TailFree => arg[t] \notin marked
==============================================================================
