---------------------------- MODULE LinuxDelayedWork ----------------------------
(***************************************************************************)
(* queue_delayed_work, mod_delayed_work, flush_delayed_work and            *)
(* cancel_delayed_work, over a workqueue of LinuxWorkqueue.  An item whose *)
(* timer runs counts as pending [LX-18], and it enters the queue when the  *)
(* timer expires.                                                          *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS Items, Workers, Callers, Ordered, Idle, NoItem, Nobody   \* as in LinuxWorkqueue

VARIABLES
  phase, drainer, disabled, cancelling, flushers, queue, dequeued, running, flushing,   \* of LinuxWorkqueue
  timers   \* the items whose timers run

LW == INSTANCE LinuxWorkqueue

queueVars == <<phase, drainer, disabled, cancelling, flushers, queue, dequeued, running, flushing>>
vars      == <<queueVars, timers>>

Pending(i) == i \in timers \/ LW!Queue!Pending(i)

TypeOK == LW!TypeOK /\ timers \subseteq Items

Init == LW!Init /\ timers = {}

-----------------------------------------------------------------------------
(* queue_work, of an item that may be delayed. *)
Accept(i)           == i \notin timers /\ LW!Accept(i) /\ UNCHANGED timers             \* [LX-18]
AcceptChained(w, i) == i \notin timers /\ LW!AcceptChained(w, i) /\ UNCHANGED timers   \* [LX-18]
Drop(i)             == i \notin timers /\ LW!Drop(i) /\ UNCHANGED timers               \* [LX-18]
Coalesce(i)         == LW!Coalesce(i) /\ UNCHANGED timers
Refuse(i)           == i \notin timers /\ LW!Refuse(i) /\ UNCHANGED timers             \* [LX-18]

(* Of queue_work and queue_delayed_work: the timer runs already. *)
CoalesceDelayed(i) ==
  /\ LW!Exists
  /\ i \in timers                                        \* [LX-18]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* queue_delayed_work, of an item that is not pending; mod_delayed_work too. *)
Arm(i) ==
  /\ LW!Exists
  /\ LW!Enabled(i)                                       \* [LX-14]
  /\ ~Pending(i)                                         \* [LX-18]
  /\ timers' = timers \cup {i}
  /\ UNCHANGED queueVars

(* mod_delayed_work, of an item that is in the queue: it is taken off.      *)
Rearm(k) ==
  /\ LW!Exists
  /\ k \in DOMAIN queue
  /\ LW!Enabled(queue[k].item)                           \* [LX-14]
  /\ timers' = timers \cup {queue[k].item}
  /\ queue' = LW!Queue!Remove(queue, k)
  /\ UNCHANGED <<phase, drainer, disabled, cancelling, flushers, dequeued, running, flushing>>

(* The timer expires, or a flush does not wait for it.                      *)
Fire(i) ==
  /\ i \in timers
  /\ timers' = timers \ {i}
  /\ LW!Accept(i)                                        \* [LX-18]

(* It expires while the queue drains, and the item is dropped. *)
Lapse(i) ==
  /\ i \in timers
  /\ phase # "open"                                      \* [LX-16]
  /\ timers' = timers \ {i}
  /\ UNCHANGED queueVars

(* A cancel, or a disable, stops the timer.                                 *)
Stop(i) ==
  /\ LW!Exists
  /\ i \in timers
  /\ ~LW!Enabled(i)                                      \* [LX-12]
  /\ timers' = timers \ {i}
  /\ UNCHANGED queueVars

(* The wait of a cancel ends when the timer is stopped, too. *)
CancelReturn(c) ==
  /\ cancelling[c] \notin timers                         \* [LX-12]
  /\ LW!CancelReturn(c)
  /\ UNCHANGED timers

-----------------------------------------------------------------------------
Calls ==
  \/ \E i \in Items : Accept(i) \/ Drop(i) \/ Coalesce(i) \/ Refuse(i)
  \/ \E i \in Items : CoalesceDelayed(i) \/ Arm(i)
  \/ \E w \in Workers, i \in Items : AcceptChained(w, i)
  \/ \E k \in DOMAIN queue : Rearm(k)
  \/ UNCHANGED timers /\ \E c \in Callers, i \in Items : LW!FlushBegin(c, i) \/ LW!CancelBegin(c, i)
  \/ UNCHANGED timers /\ \E i \in Items : LW!Disable(i) \/ LW!Enable(i)
  \/ UNCHANGED timers /\ \E c \in Callers : LW!FlushQueueBegin(c) \/ LW!DrainBegin(c) \/ LW!DestroyBegin(c)

System ==
  \/ \E i \in Items : Fire(i) \/ Lapse(i) \/ Stop(i)
  \/ \E c \in Callers : CancelReturn(c)
  \/ UNCHANGED timers /\ LW!Dequeue
  \/ UNCHANGED timers /\ \E w \in Workers : LW!Finish(w) \/ \E x \in LW!Queue!Instance : LW!Enter(w, x)
  \/ UNCHANGED timers /\ \E k \in DOMAIN queue : LW!Discard(k)
  \/ UNCHANGED timers /\ \E c \in Callers : LW!FlushReturn(c) \/ LW!FlushQueueReturn(c) \/ LW!DrainReturn(c)

Next == Calls \/ System

Spec == Init /\ [][Next]_vars

(* Time passes. *)
Ends(i) == Fire(i) \/ Lapse(i) \/ Stop(i)
FairSpec == Spec /\ \A i \in Items : WF_vars(Ends(i))

-----------------------------------------------------------------------------
(* [LX-18] An item is pending once: its timer runs, or it is in the queue.  *)
PendingOnce == \A i \in timers : ~LW!Queue!Pending(i)

(* [LX-12] [LX-14] Somebody cancels the item, or it is disabled. *)
Banned(i) == disabled[i] > 0 \/ \E c \in Callers : cancelling[c] = i

(* [LX-14] [LX-18] What is disabled is not made pending, and no timer of it *)
(* is set.                                                                  *)
NothingWhileDisabled ==
  [][\A i \in Items : Banned(i) /\ Pending(i)' => Pending(i)]_vars
NoTimerWhileDisabled ==
  [][\A i \in timers' \ timers : ~Banned(i)]_vars

(* [LX-18] What leaves the queue goes to a worker, or its timer is set,     *)
(* unless it is taken back ...                                              *)
NothingVanishes ==
  [][\A i \in Items :
       LW!Queue!Pending(i) /\ ~LW!Queue!Pending(i)' =>
         \/ BagCardinality(dequeued') > BagCardinality(dequeued)
         \/ i \in timers'
         \/ Banned(i)]_vars

(* ... and a timer ends in the queue, unless the item is taken back, or the *)
(* queue drains.                                                            *)
TimersEndInTheQueue ==
  [][\A i \in timers \ timers' :
       LW!Queue!Pending(i)' \/ Banned(i) \/ phase # "open"]_vars

(* [LX-12] A cancel returns when no timer of the item runs. *)
CancelStopsTheTimer ==
  [][\A c \in Callers : cancelling[c] # NoItem /\ cancelling'[c] = NoItem => cancelling[c] \notin timers']_vars

(* [LX-18] Every timer ends. *)
TimersEnd == \A i \in Items : i \in timers ~> i \notin timers

(* Firing is a queue_work: without the timers this is a WorkQueue, but for  *)
(* mod_delayed_work, which takes back what was accepted.                    *)
RefinesWorkQueue ==
  LW!Seen!Init /\ [][LW!Seen!Next \/ \E k \in DOMAIN queue : Rearm(k)]_(LW!Seen!vars)
==============================================================================
