------------------------- MODULE KsSignalAfterUnlock -------------------------
(***************************************************************************)
(* A defect of a known implementation of KsUnregisterWorker (XK-3): the    *)
(* routine that was the last to run lowers the count of outstanding items  *)
(* with the lock held, lets go of the lock, and only then signals whoever  *)
(* unregisters.  The one who unregisters looks at the count first and      *)
(* waits only if it is not zero, so it can go past, and free the worker,   *)
(* between the two; the signal then touches freed memory.                  *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT SignalsUnderLock  \* the repair

VARIABLES
  outstanding,  \* items that are queued or run
  thread,       \* "runs" | "unlocked" | "done": where the system thread is
  caller,       \* "registered" | "unregisters" | "waits" | "returned": where the client is
  signalled,
  freed,        \* the worker's memory is the client's again
  touchedFreed  \* the system thread has used it nevertheless

vars == <<outstanding, thread, caller, signalled, freed, touchedFreed>>

Init ==
  /\ outstanding = 1
  /\ thread = "runs"
  /\ caller = "registered"
  /\ signalled = FALSE
  /\ freed = FALSE
  /\ touchedFreed = FALSE

(* The routine has returned: under the lock, the count goes down. *)
CountDown ==
  /\ thread = "runs"
  /\ outstanding' = outstanding - 1
  /\ IF SignalsUnderLock
       THEN thread' = "done" /\ signalled' = TRUE
       ELSE thread' = "unlocked" /\ UNCHANGED signalled
  /\ UNCHANGED <<caller, freed, touchedFreed>>

SignalLate ==
  /\ thread = "unlocked"
  /\ thread' = "done"
  /\ signalled' = TRUE
  /\ touchedFreed' = (touchedFreed \/ freed)
  /\ UNCHANGED <<outstanding, caller, freed>>

UnregisterLooks ==
  /\ caller = "registered"
  /\ caller' = IF outstanding = 0 THEN "unregisters" ELSE "waits"
  /\ UNCHANGED <<outstanding, thread, signalled, freed, touchedFreed>>

UnregisterWakes ==
  /\ caller = "waits"
  /\ signalled
  /\ caller' = "unregisters"
  /\ UNCHANGED <<outstanding, thread, signalled, freed, touchedFreed>>

UnregisterFrees ==
  /\ caller = "unregisters"
  /\ caller' = "returned"
  /\ freed' = TRUE
  /\ UNCHANGED <<outstanding, thread, signalled, touchedFreed>>

Next == CountDown \/ SignalLate \/ UnregisterLooks \/ UnregisterWakes \/ UnregisterFrees

Spec == Init /\ [][Next]_vars

(* [KS-13] Nobody uses a worker after its unregistration has returned. *)
UnregisteredIsNotTouched == ~touchedFreed
==============================================================================
