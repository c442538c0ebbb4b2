------------------------------ MODULE CancelRace ------------------------------
(***************************************************************************)
(* A defect of a real implementation: one waiting item runs twice.  Its    *)
(* event is signalled and a pool thread is about to say so.  A cancel      *)
(* still finds the item in the list of those that wait, takes it off, and  *)
(* tells the callback.  The pool thread then takes it off again, which     *)
(* succeeds in that it finds nothing to do, and invokes the callback too.  *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT Checks  \* does the pool thread look whether it found the item?

VARIABLES
  listed,    \* the item is in the list
  signalled, \* the event has come, and the pool thread has not taken notice yet
  pool,      \* the pool thread: "idle" | "woken" | "done"
  runs       \* how often the callback was invoked

vars == <<listed, signalled, pool, runs>>

Init == listed = TRUE /\ signalled = FALSE /\ pool = "idle" /\ runs = 0

Signal ==
  /\ ~signalled
  /\ signalled' = TRUE
  /\ UNCHANGED <<listed, pool, runs>>

Wake ==
  /\ signalled /\ listed /\ pool = "idle"
  /\ pool' = "woken"
  /\ UNCHANGED <<listed, signalled, runs>>

Fire ==
  /\ pool = "woken"
  /\ pool' = "done"
  /\ listed' = FALSE
  /\ runs' = IF Checks /\ ~listed THEN runs ELSE runs + 1
  /\ UNCHANGED signalled

Cancel ==
  /\ listed
  /\ listed' = FALSE
  /\ runs' = runs + 1
  /\ UNCHANGED <<signalled, pool>>

Next == Signal \/ Wake \/ Fire \/ Cancel
Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* [MF-47] *)
RunsOnce == runs <= 1
==============================================================================
