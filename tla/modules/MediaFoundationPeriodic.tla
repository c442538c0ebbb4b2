----------------------- MODULE MediaFoundationPeriodic -----------------------
(***************************************************************************)
(* MFAddPeriodicCallback and MFRemovePeriodicCallback.  A key names a      *)
(* callback, which is called again and again until it is removed.  When a  *)
(* call comes is not modelled, nor is the queue that it waits on.          *)
(***************************************************************************)
EXTENDS Naturals

CONSTANT Keys

VARIABLES
  startups,  \* starts less shutdowns
  stage,     \* [Keys -> "unused", "added", "removed", or "lapsed" by a shutdown]
  called,    \* the keys whose callback has been called in its stage
  calls      \* [Keys -> how many calls are under way]

vars == <<startups, stage, called, calls>>

TypeOK ==
  /\ startups \in Nat
  /\ stage \in [Keys -> {"unused", "added", "removed", "lapsed"}]
  /\ called \subseteq Keys
  /\ calls \in [Keys -> Nat]

Init ==
  /\ startups = 0
  /\ stage = [k \in Keys |-> "unused"]
  /\ called = {}
  /\ calls = [k \in Keys |-> 0]

Started == startups > 0
Added   == {k \in Keys : stage[k] = "added"}

-----------------------------------------------------------------------------
Startup ==
  /\ startups' = startups + 1
  /\ UNCHANGED <<stage, called, calls>>

Shutdown ==
  /\ startups' = IF Started THEN startups - 1 ELSE 0
  /\ IF startups' > 0
     THEN UNCHANGED <<stage, called>>
     ELSE /\ stage' = [k \in Keys |-> IF k \in Added THEN "lapsed" ELSE stage[k]]  \* [MF-58]
          /\ called' = called \ Added
  /\ UNCHANGED calls

AddPeriodic(k) ==
  /\ Started                                           \* [MF-52]
  /\ stage[k] = "unused"
  /\ stage' = [stage EXCEPT ![k] = "added"]
  /\ UNCHANGED <<startups, called, calls>>

(* The call that was on its way when the callback was removed may come. *)
EnterPeriodic(k) ==
  /\ \/ stage[k] = "added"                             \* [MF-53]
     \/ stage[k] = "removed" /\ k \notin called        \* [MF-54]
  /\ calls[k] = 0                                      \* [MF-46]
  /\ calls' = [calls EXCEPT ![k] = @ + 1]
  /\ called' = called \cup {k}
  /\ UNCHANGED <<startups, stage>>

FinishPeriodic(k) ==
  /\ calls[k] > 0
  /\ calls' = [calls EXCEPT ![k] = @ - 1]
  /\ UNCHANGED <<startups, stage, called>>

(* It succeeds also for a key that is consumed, and waits for nothing. *)
RemovePeriodic(k) ==
  /\ Started                                           \* [MF-52]
  /\ stage[k] # "unused"
  /\ stage' = [stage EXCEPT ![k] = "removed"]
  /\ called' = IF stage[k] = "removed" THEN called ELSE called \ {k}
  /\ UNCHANGED <<startups, calls>>

RefuseRemove(k) ==
  /\ Started                                           \* [MF-52]
  /\ stage[k] # "added"                                \* [MF-51]
  /\ UNCHANGED vars

(* Of an addition or a removal. *)
RefusePeriodicShutdown ==
  /\ ~Started                                          \* [MF-52]
  /\ UNCHANGED vars

Next ==
  \/ Startup \/ Shutdown \/ RefusePeriodicShutdown
  \/ \E k \in Keys :
       \/ AddPeriodic(k) \/ EnterPeriodic(k) \/ FinishPeriodic(k)
       \/ RemovePeriodic(k) \/ RefuseRemove(k)

Spec == Init /\ [][Next]_vars

(* Time passes and callbacks return; a call that is on its way need not come. *)
TimeComes(k) == stage[k] = "added" /\ EnterPeriodic(k)
FairSpec ==
  Spec /\ \A k \in Keys : WF_vars(TimeComes(k)) /\ WF_vars(FinishPeriodic(k))

-----------------------------------------------------------------------------
(* [MF-46] *)
NeverOverlaps == \A k \in Keys : calls[k] <= 1

(* [MF-51] [MF-52] A removal succeeds for a key that was ever added, and    *)
(* may fail for one that is not any more.                                   *)
RemoveHasAnOutcome ==
  \A k \in Keys :
    /\ ENABLED RefusePeriodicShutdown <=> ~Started
    /\ ENABLED RemovePeriodic(k) <=> Started /\ stage[k] # "unused"
    /\ ENABLED RefuseRemove(k) <=> Started /\ k \notin Added

Begins(k) == calls[k]' > calls[k]

(* [MF-54] After its removal a callback is called once more, if at all. *)
OnceMoreAtMost ==
  [][\A k \in Keys : stage[k] = "removed" /\ Begins(k) => k \notin called /\ k \in called']_vars

(* [MF-54] Calls before the removal do not count: one more may come.       *)
RemovalStartsAnew ==
  [][\A k \in Keys : stage[k] # "removed" /\ stage'[k] = "removed" => k \notin called']_vars

(* [MF-54] What is removed stays so, and a call that has come is not forgotten. *)
RemovedStays ==
  [][\A k \in Keys :
       stage[k] = "removed" => stage'[k] = "removed" /\ (k \in called => k \in called')]_vars

(* [MF-58] *)
GoneAtShutdown == [][\A k \in Keys : Begins(k) => Started \/ stage[k] = "removed"]_vars

(* [MF-53] Calls end, so that there is time for the next. *)
CallsEnd == \A k \in Keys : calls[k] > 0 ~> calls[k] = 0

(* [MF-53] Until it is removed or the platform shuts down. *)
IsCalledAgain == \A k \in Keys : k \in Added /\ calls[k] = 0 ~> calls[k] > 0 \/ k \notin Added
==============================================================================
