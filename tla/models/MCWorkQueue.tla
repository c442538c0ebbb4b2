----------------------------- MODULE MCWorkQueue -----------------------------
(* Bounded models of WorkQueue.  Only the distinct policy needs a bound: a   *)
(* coalescing queue cannot outgrow its items.                                *)
EXTENDS WorkQueue, TLC

CONSTANTS MaxPending, QueueClosesAsOne

MCScopes  == IF QueueClosesAsOne THEN {"queue"} ELSE Items
MCScopeOf == [i \in Items |-> IF QueueClosesAsOne THEN "queue" ELSE i]
MCGroups  == {"group"}
MCGroupOf == [i \in Items |-> "group"]

WQ == INSTANCE WorkQueue
MCAccept(i) == Len(queue) < MaxPending /\ WQ!Accept(i)

Symmetry == Permutations(Items) \cup Permutations(Workers) \cup Permutations(Callers)
==============================================================================
