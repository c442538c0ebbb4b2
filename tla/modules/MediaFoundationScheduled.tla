---------------------- MODULE MediaFoundationScheduled ----------------------
(***************************************************************************)
(* MFScheduleWorkItem, MFPutWaitingWorkItem and MFCancelWorkItem, over the *)
(* queues of MediaFoundation.  A key names an item that waits for its time *)
(* or its event, until it fires or is cancelled.  Firing puts the item on  *)
(* the queue that its callback names.                                      *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, Bags

CONSTANTS
  Items, PriorityOf, Workers, PlatformQueues, PrivateQueues, SerialQueues,
  Observed, ObservedPriority, Idle,  \* as in MediaFoundation
  Results,        \* the items that can be put, scheduled or made to wait
  ToldOf,         \* [Results -> the item that only tells that it was cancelled]
  CallbackQueue,  \* the platform queue that callbacks name
  Keys,
  Consumed        \* what a key names before and after

VARIABLES
  startups, locks, allocated, keeps, queue, dequeued, running,  \* of MediaFoundation
  deferred  \* [Keys -> [item, timed] that waits for its time or its event, or Consumed]

MF == INSTANCE MediaFoundation

queueVars == <<startups, locks, allocated, keeps, queue, dequeued, running>>
vars      == <<queueVars, deferred>>

ASSUME /\ Results \subseteq Items
       /\ ToldOf \in [Results -> Items \ Results]
       /\ CallbackQueue \in PlatformQueues

IsDeferred(k) == deferred[k] # Consumed

TypeOK ==
  /\ MF!TypeOK
  /\ deferred \in [Keys -> [item : Results, timed : BOOLEAN] \cup {Consumed}]

Init ==
  /\ MF!Init
  /\ deferred = [k \in Keys |-> Consumed]

-----------------------------------------------------------------------------
(* Schedule, if it is timed, or put to wait for an event. *)
Defer(k, i, timed) ==
  /\ MF!Started                                        \* [MF-17]
  /\ ~IsDeferred(k)                                    \* [MF-51]
  /\ deferred' = [deferred EXCEPT ![k] = [item |-> i, timed |-> timed]]
  /\ UNCHANGED queueVars

Consume(k) == deferred' = [deferred EXCEPT ![k] = Consumed]
Enqueue(i) == MF!Accept(CallbackQueue, i)              \* [MF-41]

(* The time or the event has come. *)
Fire(k) ==
  /\ IsDeferred(k)                                     \* [MF-47]
  /\ MF!Started                                        \* [MF-58]
  /\ Consume(k)
  /\ Enqueue(deferred[k].item)                         \* [MF-45]

(* What is pending at shutdown may never fire. *)
Lapse(k) ==
  /\ IsDeferred(k)
  /\ ~MF!Started                                       \* [MF-56]
  /\ Consume(k)
  /\ UNCHANGED queueVars

-----------------------------------------------------------------------------
(* Cancel: one action for each outcome. *)

(* In time: a scheduled item goes, a waiting one is told. *)
Cancel(k) ==
  /\ IsDeferred(k)                                     \* [MF-55]
  /\ MF!Started                                        \* [MF-52]
  /\ Consume(k)                                        \* [MF-51]
  /\ IF deferred[k].timed
     THEN UNCHANGED queueVars                            \* [MF-49]
     ELSE Enqueue(ToldOf[deferred[k].item])            \* [MF-50]

(* It succeeds, and the callback has run, runs or will run. *)
CancelTooLate(k) ==
  /\ ~IsDeferred(k)                                    \* [MF-48]
  /\ MF!Started                                        \* [MF-52]
  /\ UNCHANGED vars

RefuseCancel(k) ==
  /\ ~IsDeferred(k)                                    \* [MF-51]
  /\ MF!Started                                        \* [MF-52]
  /\ UNCHANGED vars

RefuseCancelShutdown(k) ==
  /\ ~MF!Started                                       \* [MF-52]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
AsBefore(A) == A /\ UNCHANGED deferred

Next ==
  \/ AsBefore(MF!Calls \/ MF!Puts(Results) \/ MF!System)
  \/ \E k \in Keys, i \in Results, timed \in BOOLEAN : Defer(k, i, timed)
  \/ \E k \in Keys :
       \/ Fire(k) \/ Lapse(k)
       \/ Cancel(k) \/ CancelTooLate(k) \/ RefuseCancel(k) \/ RefuseCancelShutdown(k)

Spec == Init /\ [][Next]_vars

(* Time passes; an event need not come. *)
TimeComes(k) == IsDeferred(k) /\ deferred[k].timed /\ Fire(k)
FairSpec == Spec /\ \A k \in Keys : WF_vars(TimeComes(k))

-----------------------------------------------------------------------------
(* [MF-48] [MF-51] [MF-52] A cancel has an outcome, and one only but for a  *)
(* key that is consumed.                                                    *)
CancelHasAnOutcome ==
  \A k \in Keys :
    /\ ENABLED RefuseCancelShutdown(k) <=> ~MF!Started
    /\ ENABLED Cancel(k) <=> MF!Started /\ IsDeferred(k)
    /\ ENABLED RefuseCancel(k) <=> MF!Started /\ ~IsDeferred(k)
    /\ ENABLED CancelTooLate(k) <=> ENABLED RefuseCancel(k)

(* [MF-17] Nothing is deferred when the platform is shut down. *)
DeferNeedsAStart ==
  \A k \in Keys, i \in Results, timed \in BOOLEAN : ENABLED Defer(k, i, timed) => MF!Started

(* How often an item is on its way to its callback. *)
InQueue(i)  == Cardinality({k \in DOMAIN queue[CallbackQueue] : queue[CallbackQueue][k] = i})
Deferrals(i) == Cardinality({k \in Keys : IsDeferred(k) /\ deferred[k].item = i})

(* [MF-51] Until it is consumed a key names the one item. *)
KeyNamesOne ==
  [][\A k \in Keys : IsDeferred(k) /\ IsDeferred(k)' => deferred'[k] = deferred[k]]_vars

(* [MF-47] Who is told of a cancel does not wait any more, and a key brings *)
(* its item to the queue once.                                              *)
FiresOnce ==
  [][\A i \in Results :
       /\ InQueue(ToldOf[i])' > InQueue(ToldOf[i]) => Deferrals(i)' = Deferrals(i) - 1
       /\ Deferrals(i)' < Deferrals(i) =>
            InQueue(i)' + InQueue(ToldOf[i])' <= InQueue(i) + InQueue(ToldOf[i]) + 1]_vars

(* [MF-49] [MF-50] A scheduled item may go without a trace; what waits for  *)
(* an event comes to its queue, one way or the other, or lapses.            *)
CancelledIsTold ==
  [][\A k \in Keys, i \in Results :
       IsDeferred(k) /\ ~IsDeferred(k)' /\ deferred[k].item = i /\ MF!Started =>
         IF deferred[k].timed
         THEN InQueue(ToldOf[i])' = InQueue(ToldOf[i])
         ELSE InQueue(i)' + InQueue(ToldOf[i])' > InQueue(i) + InQueue(ToldOf[i])]_vars

(* [MF-45] What is scheduled fires, unless it is cancelled or lapses. *)
ScheduledFires ==
  \A k \in Keys : IsDeferred(k) /\ deferred[k].timed ~> ~IsDeferred(k) \/ ~MF!Started

(* Firing is a put: without the keys this is MediaFoundation. *)
RefinesMediaFoundation == MF!Spec
THEOREM Spec => MF!Spec
==============================================================================
