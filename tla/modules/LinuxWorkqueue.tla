---------------------------- MODULE LinuxWorkqueue ----------------------------
(***************************************************************************)
(* One workqueue of Linux: queue_work, flush_work, flush_workqueue,        *)
(* cancel_work_sync, disable_work, drain_workqueue and destroy_workqueue.  *)
(* An item does not run twice at once; on an ordered queue no two items    *)
(* do.  An item that is cancelled or disabled is closed: queue_work        *)
(* answers false, and what is pending is taken off.                        *)
(*                                                                         *)
(* Waiting for an item, or for its queue, from its own function is the     *)
(* caller's error and has no action here: [LX-11].                         *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  Items,     \* work items
  Workers,   \* as many as may be active
  Callers,   \* threads that flush, cancel, drain and destroy
  Ordered,   \* one item at a time
  Idle, NoItem, Nobody

VARIABLES
  phase,       \* "open" | "draining" | "destroying" | "destroyed"
  drainer,     \* the caller that drains or destroys the queue, or Nobody
  disabled,    \* [Items -> how often the item is disabled]
  cancelling,  \* [Callers -> the item that the caller cancels, or NoItem]
  flushers,    \* the callers that flush the queue
  queue, dequeued, running, flushing   \* as in WorkQueue

queueVars == <<queue, dequeued, running, flushing>>
ownVars   == <<phase, drainer, disabled, cancelling, flushers>>
vars      == <<queueVars, ownVars>>

Enabled(i) == disabled[i] = 0 /\ \A c \in Callers : cancelling[c] # i

(* What WorkQueue leaves open. *)
Scopes     == Items
ScopeOf    == [i \in Items |-> i]
Dedup      == "coalesce"
Exclusion  == IF Ordered THEN "dequeue" ELSE "item"      \* [S1] [S3]
Groups     == IF Ordered THEN {"queue"} ELSE Items
GroupOf    == [i \in Items |-> IF Ordered THEN "queue" ELSE i]
MayDiscard == TRUE
open       == {i \in Items : Enabled(i)}

Queue == INSTANCE WorkQueue

Phases == {"open", "draining", "destroying", "destroyed"}

TypeOK ==
  /\ Queue!TypeOK
  /\ phase \in Phases
  /\ drainer \in Callers \cup {Nobody}
  /\ disabled \in [Items -> Nat]
  /\ cancelling \in [Callers -> Items \cup {NoItem}]
  /\ flushers \subseteq Callers

Init ==
  /\ phase = "open"
  /\ drainer = Nobody
  /\ disabled = [i \in Items |-> 1]   \* until it is initialized an item is as if disabled
  /\ cancelling = [c \in Callers |-> NoItem]
  /\ flushers = {}
  /\ Queue!Init

Drains  == phase \in {"draining", "destroying"}
Exists  == phase # "destroyed"
Nothing == queue = <<>> /\ dequeued = EmptyBag /\ \A w \in Workers : running[w] = Idle
Free(c) == flushing[c] = NoItem /\ cancelling[c] = NoItem /\ drainer # c /\ c \notin flushers

-----------------------------------------------------------------------------
(* queue_work: Accept and Drop answer true, Coalesce and Refuse false [LX-1]. *)

Accept(i) ==
  /\ phase = "open"                                      \* [LX-15]
  /\ UNCHANGED ownVars
  /\ Queue!Accept(i)                                     \* [LX-14]

AcceptChained(w, i) ==
  /\ Drains
  /\ running[w] # Idle                                   \* [LX-15]
  /\ UNCHANGED ownVars
  /\ Queue!Accept(i)                                     \* [LX-14]

Coalesce(i) == UNCHANGED ownVars /\ Queue!Coalesce(i)

Refuse(i) == Exists /\ UNCHANGED ownVars /\ Queue!Refuse(i)   \* [LX-13] [LX-14]

Drop(i) ==
  /\ Drains                                              \* [LX-16]
  /\ Enabled(i)
  /\ ~Queue!Pending(i)
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
Dequeue     == UNCHANGED ownVars /\ Queue!Dequeue        \* [LX-2]
Enter(w, x) == UNCHANGED ownVars /\ Queue!Enter(w, x)
Finish(w)   == UNCHANGED ownVars /\ Queue!Finish(w)

FlushBegin(c, i) ==
  /\ Exists
  /\ Free(c)
  /\ UNCHANGED ownVars
  /\ Queue!FlushBegin(c, i)                              \* [LX-9]
FlushReturn(c) == UNCHANGED ownVars /\ Queue!FlushReturn(c)

(* flush_workqueue waits for all that is outstanding when it begins, of any *)
(* item, and for no more.                                                   *)
FlushQueueBegin(c) ==
  LET Mark(x) == [x EXCEPT !.awaitedBy = @ \cup {c}]
  IN /\ Exists
     /\ Free(c)
     /\ flushers' = flushers \cup {c}                     \* [LX-10]
     /\ Queue!Each(Mark)
     /\ UNCHANGED <<flushing, phase, drainer, disabled, cancelling>>

FlushQueueReturn(c) ==
  /\ c \in flushers
  /\ \A x \in Queue!Outstanding : c \notin x.awaitedBy   \* [LX-10]
  /\ flushers' = flushers \ {c}
  /\ UNCHANGED <<queueVars, phase, drainer, disabled, cancelling>>

-----------------------------------------------------------------------------
CancelBegin(c, i) ==
  /\ Exists
  /\ Free(c)
  /\ cancelling' = [cancelling EXCEPT ![c] = i]          \* [LX-13]
  /\ UNCHANGED <<queueVars, phase, drainer, disabled, flushers>>

(* A cancel, or a disable, takes the item off the queue.                    *)
Discard(k) == Exists /\ UNCHANGED ownVars /\ Queue!Discard(k)   \* [LX-12]

CancelReturn(c) ==
  /\ cancelling[c] # NoItem
  /\ Queue!Drained(cancelling[c])                        \* [LX-12]
  /\ cancelling' = [cancelling EXCEPT ![c] = NoItem]
  /\ UNCHANGED <<queueVars, phase, drainer, disabled, flushers>>

Disable(i) ==
  /\ Exists
  /\ disabled' = [disabled EXCEPT ![i] = @ + 1]          \* [LX-14]
  /\ UNCHANGED <<queueVars, phase, drainer, cancelling, flushers>>

Enable(i) ==
  /\ disabled[i] > 0
  /\ disabled' = [disabled EXCEPT ![i] = @ - 1]          \* [LX-14]
  /\ UNCHANGED <<queueVars, phase, drainer, cancelling, flushers>>

-----------------------------------------------------------------------------
Close(c, next) ==
  /\ Free(c)
  /\ phase' = next
  /\ drainer' = c
  /\ UNCHANGED <<queueVars, disabled, cancelling, flushers>>

DrainBegin(c)   == phase = "open" /\ Close(c, "draining")     \* [LX-15]
DestroyBegin(c) == phase = "open" /\ Close(c, "destroying")   \* [LX-17]

DrainReturn(c) ==
  /\ drainer = c
  /\ Nothing                                             \* [LX-15] [LX-17]
  /\ phase' = IF phase = "destroying" THEN "destroyed" ELSE "open"
  /\ drainer' = Nobody
  /\ UNCHANGED <<queueVars, disabled, cancelling, flushers>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Accept(i) \/ Coalesce(i) \/ Refuse(i) \/ Drop(i)
  \/ \E w \in Workers, i \in Items : AcceptChained(w, i)
  \/ \E c \in Callers, i \in Items : FlushBegin(c, i) \/ CancelBegin(c, i)
  \/ \E i \in Items : Disable(i) \/ Enable(i)
  \/ \E c \in Callers : FlushQueueBegin(c) \/ DrainBegin(c) \/ DestroyBegin(c)

System ==
  \/ Dequeue
  \/ \E w \in Workers, x \in Queue!Instance : Enter(w, x)
  \/ \E w \in Workers : Finish(w)
  \/ \E k \in DOMAIN queue : Discard(k)
  \/ \E c \in Callers : FlushReturn(c) \/ FlushQueueReturn(c) \/ CancelReturn(c) \/ DrainReturn(c)

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

EnterSome(x) == \E w \in Workers : Enter(w, x)
EnterItem(i) == \E x \in BagToSet(dequeued) : x.item = i /\ EnterSome(x)
EnterFor(c)  == \E x \in BagToSet(dequeued) : c \in x.awaitedBy /\ EnterSome(x)

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A i \in Items : SF_vars(EnterItem(i))
  /\ \A c \in Callers : SF_vars(EnterFor(c))
  /\ \A w \in Workers : WF_vars(Finish(w))
  /\ \A c \in Callers : WF_vars(FlushReturn(c)) /\ WF_vars(CancelReturn(c)) /\ WF_vars(DrainReturn(c))
  /\ \A c \in Callers : WF_vars(FlushQueueReturn(c))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* [S1] [S3] Runs exclude one another, on an ordered queue all, else those  *)
(* of one item.                                                             *)
MutualExclusion ==
  \A v, w \in Workers :
    running[v] # Idle /\ running[w] # Idle /\ v # w =>
      ~Ordered /\ running[v].item # running[w].item

(* [LX-1] queue_work has one answer, while the queue exists and does not    *)
(* drain.                                                                   *)
QueueWorkHasOneAnswer ==
  phase = "open" =>
    \A i \in Items :
      IF ENABLED Accept(i) THEN ~ENABLED Coalesce(i) /\ ~ENABLED Refuse(i)
      ELSE (ENABLED Coalesce(i)) # (ENABLED Refuse(i))

(* A thread is in one call at a time. *)
OneCallAtATime ==
  \A c \in Callers :
    LET Is == <<flushing[c] # NoItem, c \in flushers, cancelling[c] # NoItem, drainer = c>>
    IN Cardinality({k \in 1..4 : Is[k]}) <= 1

(* [LX-17] Nothing is left when the queue is gone. *)
NothingAfterDestroy == phase = "destroyed" => Nothing

(* [LX-14] An item is enabled as often as it was disabled. *)
DisablesCount ==
  \A i \in Items :
    /\ ENABLED Disable(i) => ENABLED (Disable(i) /\ disabled'[i] = disabled[i] + 1)
    /\ disabled[i] > 0 => ENABLED (Enable(i) /\ disabled'[i] = disabled[i] - 1)

(* [LX-13] [LX-14] While an item is cancelled or disabled it does not       *)
(* become pending.                                                          *)
NothingWhileDisabled ==
  [][\A i \in Items :
       /\ disabled[i] > 0 \/ \E c \in Callers : cancelling[c] = i
       /\ Queue!Pending(i)'
       => Queue!Pending(i)]_vars

(* [LX-15] [LX-17] A queue that was drained is open again; one that is      *)
(* destroyed stays so.                                                      *)
LifeAdvances ==
  [][phase' # phase =>
       <<phase, phase'>> \in {<<"open", "draining">>, <<"draining", "open">>,
                             <<"open", "destroying">>, <<"destroying", "destroyed">>}]_vars

(* [LX-12] A cancel returns when the item neither waits nor runs. *)
CancelWaits ==
  [][\A c \in Callers :
       cancelling[c] # NoItem /\ cancelling'[c] # cancelling[c] =>
         Queue!Drained(cancelling[c])]_vars

(* [LX-10] A flush of the queue waits for all that is outstanding when it   *)
(* begins, until it has finished or was taken off.                          *)
FlushQueueWaits ==
  [][\A c \in Callers :
       /\ c \in flushers' \ flushers => \A x \in Queue!Outstanding' : c \in x.awaitedBy
       /\ c \in flushers \ flushers' => \A x \in Queue!Outstanding : c \notin x.awaitedBy]_vars

(* [LX-9] [LX-10] [LX-12] [LX-4] Every flush, also of the queue, and every  *)
(* cancel returns; what is pending does not stay pending.                   *)
FlushTerminates  == Queue!FlushTerminates
FlushQueueTerminates == \A c \in Callers : c \in flushers ~> c \notin flushers
CancelTerminates == \A c \in Callers : cancelling[c] # NoItem ~> cancelling[c] = NoItem
PendingEnds      == Queue!PendingEnds

(* [LX-15] Only a function that runs enqueues while the queue drains ...    *)
OnlyChainedWhileDraining ==
  [][\A i \in Items :
       Drains /\ Queue!Pending(i)' /\ ~Queue!Pending(i) =>
         \E w \in Workers : running[w] # Idle]_vars

(* ... and a drain returns, unless they do so for ever. *)
DrainTerminates ==
  \A c \in Callers :
    (drainer = c ~> drainer # c) \/ \E i \in Items : []<>Queue!Pending(i)

(* A flush of the queue is nothing that WorkQueue has: it is this without   *)
(* the marks of those that flush the queue.                                 *)
Unmarked(x) == [x EXCEPT !.awaitedBy = @ \ flushers]

Seen == INSTANCE WorkQueue WITH
  queue    <- [k \in DOMAIN queue |-> Unmarked(queue[k])],
  dequeued <- BagOfAll(Unmarked, dequeued),
  running  <- [w \in Workers |-> IF running[w] = Idle THEN Idle ELSE Unmarked(running[w])]

RefinesWorkQueue     == Seen!Spec
RefinesFairWorkQueue == Seen!Spec /\ Seen!FairnessWrittenOut
THEOREM Spec => Seen!Spec
THEOREM FairSpec => Seen!FairSpec
==============================================================================
