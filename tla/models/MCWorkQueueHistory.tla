------------------------- MODULE MCWorkQueueHistory -------------------------
(* Bounded models of WorkQueueHistory: a log ends somewhere, and so do the   *)
(* enqueues.  Where the records are forgotten, only what is owed remains and *)
(* a coalescing queue needs no bound.                                        *)
EXTENDS WorkQueueHistory, TLC

CONSTANTS MaxAccepted, MaxPending

MCScopes  == {"queue"}
MCScopeOf == [i \in Items |-> "queue"]
MCGroups  == {"group"}
MCGroupOf == [i \in Items |-> "group"]

WQH == INSTANCE WorkQueueHistory
MCAccept(i) == Len(log) < MaxAccepted /\ Len(queue) < MaxPending /\ WQH!Accept(i)

MCRecord(seq, i) == seq
MCCount(f, i)    == f
MCAcceptForgetful(i) == Len(queue) < MaxPending /\ WQH!Accept(i)

Symmetry == Permutations(Items) \cup Permutations(Workers) \cup Permutations(Callers)
==============================================================================
