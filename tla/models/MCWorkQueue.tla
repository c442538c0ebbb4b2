----------------------------- MODULE MCWorkQueue -----------------------------
(* Bounded models of WorkQueue.  Only the distinct policy needs a bound, a   *)
(* coalescing queue cannot outgrow its items: at the call for what is        *)
(* temporal, else a constraint, which leaves the actions as they are.        *)
EXTENDS WorkQueue, TLC

CONSTANTS MaxPending, QueueClosesAsOne

MCScopes  == IF QueueClosesAsOne THEN {"queue"} ELSE Items
MCScopeOf == [i \in Items |-> IF QueueClosesAsOne THEN "queue" ELSE i]
MCGroups  == IF Exclusion = "item" THEN Items ELSE {"group"}
MCGroupOf == [i \in Items |-> IF Exclusion = "item" THEN i ELSE "group"]

WQ == INSTANCE WorkQueue
MCAccept(i) == Len(queue) < MaxPending /\ WQ!Accept(i)
Bounded     == Len(queue) <= MaxPending

(* The other direction: FairSpec => FairnessWrittenOut is a property. *)
WrittenOutFairSpec == Spec /\ FairnessWrittenOut

Symmetry == Permutations(Items) \cup Permutations(Workers) \cup Permutations(Callers)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

RunningItem(i) == \E w \in Busy : running[w].item = i

NeverPendingWhileRunning == \A i \in Items : ~(RunningItem(i) /\ Pending(i))
NeverCoalescesDuringRun  == \A i \in Items : ~(RunningItem(i) /\ ENABLED Coalesce(i))
NeverOverlapsItself ==
  \A v, w \in Busy : v # w => running[v].item # running[w].item
NeverClosedWithPending == \A k \in DOMAIN queue : ScopeOf[queue[k].item] \in open

(* Coalescing is over when an item is dequeued: a second instance may wait   *)
(* for the same exclusion as the first, and hold a worker.                   *)
NeverWaitsTwiceToEnter ==
  \A i \in Items :
    BagCardinality([x \in {y \in BagToSet(dequeued) : y.item = i} |-> dequeued[x]]) < 2

(* What waits for its own run lets others pass.                              *)
NeverPasses == queue # <<>> => Turn = 1

(* A flush does not wait for what comes after it.                            *)
NeverOutrunsAFlush ==
  \A c \in Callers, k \in DOMAIN queue :
    flushing[c] = queue[k].item => c \in queue[k].awaitedBy
==============================================================================
