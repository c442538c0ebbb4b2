--------------------------- MODULE KmdfLegacySample ---------------------------
(***************************************************************************)
(* The sample that shows how to enqueue before KMDF 1.7 (XW-9).  A flag in *)
(* the context says that the item is busy, so that it is not enqueued      *)
(* twice.  But an event is stored before the flag is looked at, over one   *)
(* that was not processed yet, and the flag is taken back when the         *)
(* callback ends, so that what comes during the callback asks for no run.  *)
(***************************************************************************)
EXTENDS FiniteSets

CONSTANTS
  Events,
  KeepsEvents,         \* one repair: an event is stored beside the others
  ClearsFlagAtTheStart \* the other: the item is busy until its callback begins

VARIABLES
  happened,  \* events so far
  context,   \* those in the item's context memory
  processed, \* those that a callback has seen
  busy,      \* the flag
  item       \* "idle" | "pending" | "running" | "running and pending"

vars == <<happened, context, processed, busy, item>>

Init ==
  /\ happened = {}
  /\ context = {}
  /\ processed = {}
  /\ busy = FALSE
  /\ item = "idle"

Event(e) ==
  /\ e \notin happened
  /\ happened' = happened \cup {e}
  /\ context' = IF KeepsEvents THEN context \cup {e} ELSE {e}
  /\ busy' = TRUE
  /\ item' = CASE busy            -> item
             [] item = "running" -> "running and pending"
             [] OTHER            -> "pending"
  /\ UNCHANGED processed

Begin ==
  /\ item = "pending"
  /\ item' = "running"
  /\ processed' = processed \cup context
  /\ context' = {}
  /\ busy' = ~ClearsFlagAtTheStart
  /\ UNCHANGED happened

End ==
  /\ item \in {"running", "running and pending"}
  /\ item' = IF item = "running" THEN "idle" ELSE "pending"
  /\ busy' = (busy /\ ClearsFlagAtTheStart)
  /\ UNCHANGED <<happened, context, processed>>

Next == Begin \/ End \/ \E e \in Events : Event(e)

Spec == Init /\ [][Next]_vars

(* [P1] When the item is idle, every event was processed.                   *)
NoEventIsLost == item = "idle" => processed = happened
==============================================================================
