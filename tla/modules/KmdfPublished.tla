---------------------------- MODULE KmdfPublished ----------------------------
(***************************************************************************)
(* One work item as the published source of the framework has it, where    *)
(* that differs from what the documents say.  A thread that takes the item *)
(* off the queue writes its name into the item's one slot and wipes it     *)
(* when it is done; whoever deletes or flushes the item waits until it is  *)
(* idle, unless the slot names him.  Each property below is what the       *)
(* documents say (or, of coalescing, may be read to say), and fails.       *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Workers,
  Nobody,             \* the slot of an item that no thread runs
  Serialized,         \* a dequeued item waits for the callback lock
  EachRunIsRemembered \* the repair: not one slot, but a name for each run

VARIABLES
  enqueued,     \* the item is in the system's queue
  runningDown,  \* its deletion has begun
  cleanedUp,    \* its cleanup callback was called
  slot,         \* the thread that the item takes to be its worker
  at,           \* [Workers -> "idle" | "dequeued" | "callback" | "waits in delete" | "waits in flush"]
  flushedEarly  \* a flush returned although the item was running

vars == <<enqueued, runningDown, cleanedUp, slot, at, flushedEarly>>

Init ==
  /\ enqueued = FALSE
  /\ runningDown = FALSE
  /\ cleanedUp = FALSE
  /\ slot = Nobody
  /\ at = [w \in Workers |-> "idle"]
  /\ flushedEarly = FALSE

InCallback(w) == at[w] \notin {"idle", "dequeued"}

(* Waiting for an idle item would be waiting for oneself. *)
Recognized(w) == slot = w \/ EachRunIsRemembered

Enqueue ==
  /\ ~enqueued
  /\ ~runningDown
  /\ enqueued' = TRUE
  /\ UNCHANGED <<runningDown, cleanedUp, slot, at, flushedEarly>>

Dequeue(w) ==
  /\ enqueued
  /\ at[w] = "idle"
  /\ enqueued' = FALSE
  /\ slot' = w
  /\ at' = [at EXCEPT ![w] = "dequeued"]
  /\ UNCHANGED <<runningDown, cleanedUp, flushedEarly>>

Enter(w) ==
  /\ at[w] = "dequeued"
  /\ Serialized => \A v \in Workers : ~InCallback(v)
  /\ at' = [at EXCEPT ![w] = "callback"]
  /\ UNCHANGED <<enqueued, runningDown, cleanedUp, slot, flushedEarly>>

DeleteSelf(w) ==
  /\ at[w] = "callback"
  /\ ~runningDown
  /\ runningDown' = TRUE
  /\ IF Recognized(w)
       THEN cleanedUp' = TRUE /\ UNCHANGED at
       ELSE at' = [at EXCEPT ![w] = "waits in delete"] /\ UNCHANGED cleanedUp
  /\ UNCHANGED <<enqueued, slot, flushedEarly>>

FlushSelf(w) ==
  /\ at[w] = "callback"
  /\ IF Recognized(w)
       THEN flushedEarly' = TRUE /\ UNCHANGED at
       ELSE at' = [at EXCEPT ![w] = "waits in flush"] /\ UNCHANGED flushedEarly
  /\ UNCHANGED <<enqueued, runningDown, cleanedUp, slot>>

Finish(w) ==
  /\ at[w] = "callback"
  /\ at' = [at EXCEPT ![w] = "idle"]
  /\ slot' = Nobody
  /\ UNCHANGED <<enqueued, runningDown, cleanedUp, flushedEarly>>

Next ==
  \/ Enqueue
  \/ \E w \in Workers :
       Dequeue(w) \/ Enter(w) \/ DeleteSelf(w) \/ FlushSelf(w) \/ Finish(w)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* [L4] An item is cleaned up after the callback that deleted it (XW-4).    *)
CleanedUpAfterTheCallback == cleanedUp => \A w \in Workers : ~InCallback(w)

(* [L4] What was enqueued before runs before the item is cleaned up (XW-5). *)
NothingIsLeftAtCleanup ==
  cleanedUp => ~enqueued /\ \A w \in Workers : at[w] # "dequeued"

(* [L4] A callback that deletes its item does not wait for itself (XW-6).   *)
NobodyWaitsForItself ==
  \A w \in Workers : at[w] \notin {"waits in delete", "waits in flush"}

(* [D1] At most one run waits to begin (XW-7).  True of the queue only.     *)
OneRunWaitsToBegin ==
  Cardinality({w \in Workers : at[w] = "dequeued"}) + (IF enqueued THEN 1 ELSE 0) <= 1

(* [F1] A flush returns after the run (XW-11).  From the item's own callback*)
(* it would wait for ever, so the framework breaks the rule instead.        *)
FlushedAfterTheRun == ~flushedEarly
==============================================================================
