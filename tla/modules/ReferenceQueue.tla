---------------------------- MODULE ReferenceQueue ----------------------------
(***************************************************************************)
(* The algorithm of workqueue.reference.core.WorkQueue, at the grain at    *)
(* which its threads can see one another: taking and releasing the locks   *)
(* of the queue's tail and head, waiting for progress and signalling it,   *)
(* choosing idle workers, and the compare-and-set of an item's pending     *)
(* mark, which is the one access made without a lock.  What a critical     *)
(* section does between two such accesses is one step; the two sections    *)
(* that change a mark are therefore two steps each, and a third thread can *)
(* come between.                                                           *)
(*                                                                         *)
(* Who needs both locks takes the head's first, and the tail's within it;  *)
(* that is one step here, which needs both to be free.  Nothing is lost by *)
(* that: who holds the tail's lock wants no other, so it gets on, and none  *)
(* of its steps asks who holds the head's.                                 *)
(*                                                                         *)
(* A worker that was chosen is woken after the lock was released.  Till    *)
(* then it wants the lock already, and does not get it: one more reason    *)
(* for a thread to be slow.                                                *)
(*                                                                         *)
(* A worker that has finished goes on to the next item without releasing   *)
(* the head's lock, unless there is an action to call: that is Finish and  *)
(* then TakeRemove, TakeRest or TakeEnd with no other worker in between,    *)
(* and so among the behaviours here.                                       *)
(*                                                                         *)
(* Left out: time-outs, interrupts, threads that cannot be started, waiting *)
(* calls from callbacks, priorities, enqueues only if a worker is free, and *)
(* places that several items share or that are closed.  Memory is          *)
(* sequentially consistent here, so rules V1 and V2, and with them the reason *)
(* why the mark is confirmed by a write and not by a read, are beyond this *)
(* module.                                                                 *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, Bags

CONSTANTS
  Items, Scopes, ScopeOf, Dedup,   \* as in WorkQueue
  Workers,   \* slots for worker threads; a thread is started when an item needs it
  Clients,   \* threads that call the queue from outside
  Stuck,     \* items whose callbacks never return
  Nobody,    \* holds a lock that is free
  NoItem     \* what a thread that has no item holds

Threads == Clients \cup Workers

ASSUME /\ Dedup \in {"distinct", "coalesce"}
       /\ ScopeOf \in [Items -> Scopes]
       /\ Stuck \subseteq Items
       /\ Clients \cap Workers = {} /\ Nobody \notin Threads
       /\ NoItem \notin Items \cup Scopes

VARIABLES
  pc,           \* [Threads -> what the thread does next]
  arg,          \* [Threads -> the item or scope that its call is about, or NoItem]
  tail, head,   \* the threads that hold the locks of the queue's ends, or Nobody
  marked,       \* the items marked pending; none on a queue of distinct instances
  inbox,        \* the items that were appended and not fetched yet, the oldest first
  outbox,       \* those that were fetched, which come before
  accepted,     \* [Items -> number of the latest accepted instance]
  dequeued,     \* [Items -> number of the latest that was taken out of the queue]
  item,         \* [Workers -> the item that the worker took and has not finished, or NoItem]
  instance,     \* [Workers -> number of the instance that the worker took]
  last,         \* [Clients -> number of the last instance that the client's flush waits for]
  opened,       \* the scopes whose flag says open
  outstanding,  \* [Scopes -> instances accepted and not finished]
  whenDrained,  \* the scopes with an action to be called when they are drained
  stopping

locks     == <<tail, head>>
itemVars  == <<inbox, outbox, accepted, dequeued, item, instance, last, outstanding>>
scopeVars == <<opened, whenDrained, stopping>>
vars      == <<pc, arg, locks, marked, itemVars, scopeVars>>

CallPC   == {"enqueue",                      \* wants the tail's lock
             "mark",                         \* holds it
             "whenDrained"}                  \* calls a scope's action
ClientPC == {"ready", "left",                \* between calls, after the last
             "flush", "drain",               \* wants both locks
             "flushWaiting", "drainWaiting"} \* in progress.await
WorkerPC == {"unstarted",
             "take",                         \* wants the head's lock
             "idle", "chosen",               \* waits to be chosen, wants the head's lock
             "unmark",                       \* holds it
             "taken", "callback"}

Unstarted   == {w \in Workers : pc[w] = "unstarted"}
IdleWorkers == {w \in Workers : pc[w] = "idle"}

TypeOK ==
  /\ \A c \in Clients : pc[c] \in ClientPC \cup CallPC
  /\ \A w \in Workers : pc[w] \in WorkerPC \cup CallPC
  /\ arg \in [Threads -> Items \cup Scopes \cup {NoItem}]
  /\ {tail, head} \subseteq Threads \cup {Nobody}
  /\ marked \subseteq Items
  /\ {inbox, outbox} \subseteq Seq(Items)
  /\ {accepted, dequeued} \subseteq [Items -> Int]
  /\ item \in [Workers -> Items \cup {NoItem}]
  /\ instance \in [Workers -> Int]
  /\ last \in [Clients -> Int]
  /\ opened \subseteq Scopes
  /\ outstanding \in [Scopes -> Nat]
  /\ whenDrained \subseteq Scopes
  /\ stopping \in BOOLEAN

Init ==
  /\ pc = [t \in Threads |-> IF t \in Clients THEN "ready" ELSE "unstarted"]
  /\ arg = [t \in Threads |-> NoItem]
  /\ tail = Nobody /\ head = Nobody
  /\ marked = {}
  /\ inbox = <<>> /\ outbox = <<>>
  /\ accepted = [i \in Items |-> 0]
  /\ dequeued = [i \in Items |-> 0]
  /\ item = [w \in Workers |-> NoItem]
  /\ instance = [w \in Workers |-> 0]
  /\ last = [c \in Clients |-> 0]
  /\ opened = {}
  /\ outstanding = [s \in Scopes |-> 0]
  /\ whenDrained = {}
  /\ stopping = FALSE

-----------------------------------------------------------------------------
(* Threads. *)

TailFree == tail = Nobody
HeadFree == head = Nobody
Free     == TailFree /\ HeadFree

(* A client calls between its calls, a worker from the callback it runs.    *)
CanCall(t) == IF t \in Clients THEN pc[t] = "ready"
              ELSE pc[t] = "callback" /\ item[t] \notin Stuck

Go(t, label)      == pc' = [pc EXCEPT ![t] = label]
Call(t, label, x) == Go(t, label) /\ arg' = [arg EXCEPT ![t] = x]
Returned(t)       == [pc EXCEPT ![t] = IF t \in Clients THEN "ready" ELSE "callback"]
Return(t)         == pc' = Returned(t) /\ arg' = [arg EXCEPT ![t] = NoItem]

(* One of the idle workers is to take something; if there is none, nobody.  *)
Choose(pcs) ==
  IF IdleWorkers = {} THEN {pcs} ELSE {[pcs EXCEPT ![w] = "chosen"] : w \in IdleWorkers}
ChooseAll(pcs) ==
  [t \in Threads |-> IF pcs[t] = "idle" THEN "chosen" ELSE pcs[t]]
SignalAllProgress(pcs) ==
  [t \in Threads |-> CASE pcs[t] = "flushWaiting" -> "flush"
                       [] pcs[t] = "drainWaiting" -> "drain"
                       [] OTHER -> pcs[t]]

-----------------------------------------------------------------------------
(* enqueue *)

(* The mark of an item that is pending is confirmed, without the lock.      *)
EnqueueConfirm(t, i) ==
  /\ CanCall(t)
  /\ i \in marked                                      \* [D2]
  /\ UNCHANGED vars

EnqueueCall(t, i) ==
  /\ CanCall(t)
  /\ i \notin marked
  /\ Call(t, "enqueue", i)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

(* The item became pending while the thread waited for the lock.            *)
EnqueueCoalesce(t) ==
  /\ pc[t] = "enqueue" /\ TailFree
  /\ arg[t] \in marked                                 \* [D2]
  /\ Return(t)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

EnqueueRefuse(t) ==
  /\ pc[t] = "enqueue" /\ TailFree
  /\ arg[t] \notin marked                              \* [D2]
  /\ ScopeOf[arg[t]] \notin opened \/ stopping         \* [A2]
  /\ Return(t)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

(* Item numbers only ever compare, so a model may renumber them.            *)
NumberInstance(i) ==
  /\ accepted' = [accepted EXCEPT ![i] = @ + 1]
  /\ UNCHANGED <<dequeued, instance, last>>

(* A worker is started unless one is idle.                                  *)
EnqueueAppend(t) ==
  /\ pc[t] = "enqueue" /\ TailFree
  /\ arg[t] \notin marked                              \* [D1]
  /\ ScopeOf[arg[t]] \in opened /\ ~stopping           \* [A1]
  /\ tail' = t
  /\ IF IdleWorkers # {} \/ Unstarted = {}             \* [P1]
     THEN Go(t, "mark")
     ELSE \E w \in Unstarted : pc' = [pc EXCEPT ![t] = "mark", ![w] = "take"]
  /\ inbox' = Append(inbox, arg[t])                    \* [O1]
  /\ NumberInstance(arg[t])
  /\ outstanding' = [outstanding EXCEPT ![ScopeOf[arg[t]]] = @ + 1]
  /\ UNCHANGED <<arg, head, marked, outbox, item, scopeVars>>

EnqueueMark(t) ==
  /\ pc[t] = "mark"
  /\ marked' = IF Dedup = "coalesce" THEN marked \cup {arg[t]} ELSE marked   \* [D3]
  /\ pc' \in Choose(Returned(t))                       \* [P1]
  /\ arg' = [arg EXCEPT ![t] = NoItem]
  /\ tail' = Nobody
  /\ UNCHANGED <<head, itemVars, scopeVars>>

-----------------------------------------------------------------------------
(* Workers: take an item, call it, say that it has finished. *)

WantsToTake(w) == pc[w] \in {"take", "chosen"}

(* The worker fetches what was appended when nothing is left of what was    *)
(* fetched before.                                                          *)
Fetches     == outbox = <<>>
NextInOrder == IF Fetches THEN inbox ELSE outbox
QueueEmpty  == inbox = <<>> /\ outbox = <<>>

NumberDequeued(w, i) ==
  /\ dequeued' = [dequeued EXCEPT ![i] = @ + 1]
  /\ instance' = [instance EXCEPT ![w] = dequeued[i] + 1]

TakeRemove(w) ==
  /\ WantsToTake(w) /\ HeadFree
  /\ Fetches => TailFree
  /\ NextInOrder # <<>>                                \* [R1]
  /\ head' = w
  /\ item' = [item EXCEPT ![w] = Head(NextInOrder)]
  /\ NumberDequeued(w, Head(NextInOrder))
  /\ outbox' = Tail(NextInOrder)                       \* [O1] [R2]
  /\ inbox' = IF Fetches THEN <<>> ELSE inbox
  /\ Go(w, "unmark")
  /\ UNCHANGED <<arg, tail, marked, accepted, last, outstanding, scopeVars>>

TakeUnmark(w) ==
  /\ pc[w] = "unmark"
  /\ marked' = marked \ {item[w]}                      \* [P1]
  /\ Go(w, "taken")
  /\ head' = Nobody
  /\ UNCHANGED <<arg, tail, itemVars, scopeVars>>

TakeRest(w) ==
  /\ WantsToTake(w) /\ Free
  /\ QueueEmpty /\ ~stopping                           \* [P1]
  /\ Go(w, "idle")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

(* The thread ends, and its slot is free for another one.                   *)
TakeEnd(w) ==
  /\ WantsToTake(w) /\ Free
  /\ QueueEmpty /\ stopping                            \* [C1]
  /\ Go(w, "unstarted")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

Enter(w) ==
  /\ pc[w] = "taken"
  /\ Go(w, "callback")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

(* The callback returns, and the worker says so; it calls the action of the *)
(* scope that it has drained.                                               *)
Finish(w) ==
  LET s == ScopeOf[item[w]]
      actionDue == outstanding[s] = 1 /\ s \in whenDrained
      next == IF actionDue THEN "whenDrained" ELSE "take"
  IN /\ pc[w] = "callback" /\ HeadFree
     /\ s \in whenDrained => TailFree
     /\ item[w] \notin Stuck
     /\ item' = [item EXCEPT ![w] = NoItem]
     /\ instance' = [instance EXCEPT ![w] = 0]
     /\ outstanding' = [outstanding EXCEPT ![s] = @ - 1]
     /\ pc' = SignalAllProgress([pc EXCEPT ![w] = next])   \* [F2] [C3]
     /\ arg' = [arg EXCEPT ![w] = IF actionDue THEN s ELSE NoItem]
     /\ whenDrained' = IF actionDue THEN whenDrained \ {s} ELSE whenDrained
     /\ UNCHANGED <<locks, marked, inbox, outbox, accepted, dequeued, last, opened, stopping>>

WhenDrained(t) ==
  /\ pc[t] = "whenDrained"
  /\ Call(t, IF t \in Clients THEN "ready" ELSE "take", NoItem)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

-----------------------------------------------------------------------------
(* flush *)

IsOutstanding(i, n) ==
  \/ dequeued[i] < n
  \/ \E w \in Workers : item[w] = i /\ instance[w] <= n

FlushBegin(c, i) ==
  /\ Dedup = "coalesce"
  /\ pc[c] = "ready" /\ TailFree
  /\ last' = [last EXCEPT ![c] = accepted[i]]          \* [F2]
  /\ Call(c, "flush", i)
  /\ UNCHANGED <<locks, marked, inbox, outbox, accepted, dequeued, item, instance, outstanding, scopeVars>>

FlushWait(c) ==
  /\ pc[c] = "flush" /\ Free
  /\ IsOutstanding(arg[c], last[c])                    \* [F1]
  /\ Go(c, "flushWaiting")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

FlushReturn(c) ==
  /\ pc[c] = "flush" /\ Free
  /\ ~IsOutstanding(arg[c], last[c])                   \* [F1]
  /\ last' = [last EXCEPT ![c] = 0]
  /\ Return(c)
  /\ UNCHANGED <<locks, marked, inbox, outbox, accepted, dequeued, item, instance, outstanding, scopeVars>>

-----------------------------------------------------------------------------
(* open, close, awaitDrained *)

Open(c, s) ==
  /\ pc[c] = "ready" /\ Free
  /\ opened' = opened \cup {s}
  /\ whenDrained' = whenDrained \ {s}
  /\ UNCHANGED <<pc, arg, locks, marked, itemVars, stopping>>

Close(c, s) ==
  /\ pc[c] = "ready" /\ TailFree
  /\ opened' = opened \ {s}
  /\ UNCHANGED <<pc, arg, locks, marked, itemVars, whenDrained, stopping>>   \* [C1]

CloseWhenDrained(c, s) ==
  /\ pc[c] = "ready" /\ Free
  /\ opened' = opened \ {s}
  /\ IF outstanding[s] > 0                             \* [L2]
     THEN whenDrained' = whenDrained \cup {s} /\ UNCHANGED <<pc, arg>>
     ELSE Call(c, "whenDrained", s) /\ UNCHANGED whenDrained
  /\ UNCHANGED <<locks, marked, itemVars, stopping>>    \* [C1]

DrainCall(c, s) ==
  /\ pc[c] = "ready"
  /\ Call(c, "drain", s)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

DrainWait(c) ==
  /\ pc[c] = "drain" /\ Free
  /\ outstanding[arg[c]] > 0                           \* [L2]
  /\ Go(c, "drainWaiting")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

DrainReturn(c) ==
  /\ pc[c] = "drain" /\ Free
  /\ outstanding[arg[c]] = 0                           \* [L2]
  /\ Return(c)
  /\ UNCHANGED <<locks, marked, itemVars, scopeVars>>

-----------------------------------------------------------------------------
(* stop and restart *)

Stop(c) ==
  /\ pc[c] = "ready" /\ TailFree
  /\ stopping' = TRUE
  /\ pc' = ChooseAll(pc)
  /\ UNCHANGED <<arg, locks, marked, itemVars, opened, whenDrained>>   \* [C1]

Restart(c) ==
  /\ pc[c] = "ready" /\ TailFree
  /\ stopping' = FALSE
  /\ UNCHANGED <<pc, arg, locks, marked, itemVars, opened, whenDrained>>

-----------------------------------------------------------------------------
(* Who waits for progress may wake without having been signalled.           *)
SpuriousWakeUp(t) ==
  /\ \/ pc[t] = "flushWaiting" /\ Go(t, "flush")
     \/ pc[t] = "drainWaiting" /\ Go(t, "drain")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

Leave(c) ==
  /\ pc[c] = "ready"
  /\ Go(c, "left")
  /\ UNCHANGED <<arg, locks, marked, itemVars, scopeVars>>

(* Nobody calls any more and nothing is left to do: this is no deadlock.    *)
IsStuck(w) == pc[w] = "callback" /\ item[w] \in Stuck

Finished ==
  /\ \A c \in Clients : pc[c] = "left"
  /\ \/ \A w \in Workers : IsStuck(w)
     \/ /\ QueueEmpty
        /\ \A w \in Workers :
             IsStuck(w) \/ pc[w] = "unstarted" \/ (pc[w] = "idle" /\ ~stopping)
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
Environment ==
  \/ \E t \in Threads, i \in Items : EnqueueConfirm(t, i) \/ EnqueueCall(t, i)
  \/ \E c \in Clients, i \in Items : FlushBegin(c, i)
  \/ \E c \in Clients, s \in Scopes :
       Open(c, s) \/ Close(c, s) \/ CloseWhenDrained(c, s) \/ DrainCall(c, s)
  \/ \E c \in Clients : Stop(c) \/ Restart(c) \/ Leave(c)
  \/ \E t \in Threads : SpuriousWakeUp(t)

(* What a thread does next, once it can.                                    *)
Step(t) ==
  \/ EnqueueCoalesce(t) \/ EnqueueRefuse(t) \/ EnqueueAppend(t) \/ EnqueueMark(t)
  \/ TakeRemove(t) \/ TakeUnmark(t) \/ TakeRest(t) \/ TakeEnd(t)
  \/ Enter(t) \/ Finish(t) \/ WhenDrained(t)
  \/ FlushWait(t) \/ FlushReturn(t)
  \/ DrainWait(t) \/ DrainReturn(t)

System == \E t \in Threads : Step(t)

Next == Environment \/ System \/ Finished

Spec == Init /\ [][Next]_vars

(* Threads keep running, callbacks return even if they call the queue again *)
(* and again, and whoever wants the lock gets it in the end.  (A lock that  *)
(* lets threads barge in does not promise the last: what it makes           *)
(* improbable is taken to be impossible here.)                              *)
Fairness ==
  /\ \A t \in Threads : SF_vars(Step(t))
  /\ \A w \in Workers : SF_vars(Finish(w))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* Refinement.  The mark is what others see, so an instance is pending from *)
(* the step that sets its mark to the step that clears it, and the abstract *)
(* queue differs from the concrete one while a lock is held.                *)

Flushing(c) == pc[c] \in {"flush", "flushWaiting"}
AwaitedBy(i, n) == {c \in Clients : Flushing(c) /\ arg[c] = i /\ n <= last[c]}
Instance(i, n) == [item |-> i, awaitedBy |-> AwaitedBy(i, n)]
Taken(w)       == Instance(item[w], instance[w])

Marking   == {t \in Threads : pc[t] = "mark"}
Unmarking == {w \in Workers : pc[w] = "unmark"}
Entering  == {w \in Workers : pc[w] = "taken"}
RunningOn == {w \in Workers : item[w] # NoItem} \ (Unmarking \cup Entering)

Queued == outbox \o inbox

VisibleQueue ==
  (IF Unmarking = {} THEN <<>> ELSE <<Taken(CHOOSE w \in Unmarking : TRUE)>>)
  \o [k \in 1 .. Len(Queued) - Cardinality(Marking) |-> Instance(Queued[k], accepted[Queued[k]])]

Queue == INSTANCE WorkQueue WITH
  Callers    <- Clients,
  Exclusion  <- IF Cardinality(Workers) = 1 THEN "dequeue" ELSE "none",   \* [S1]
  Groups     <- {Nobody},
  GroupOf    <- [i \in Items |-> Nobody],
  MayDiscard <- FALSE,
  Idle       <- Nobody,
  open       <- IF stopping THEN {} ELSE opened,
  queue      <- VisibleQueue,
  dequeued   <- [x \in {Taken(w) : w \in Entering} |->
                  Cardinality({w \in Entering : Taken(w) = x})],
  running    <- [w \in Workers |-> IF w \in RunningOn THEN Taken(w) ELSE Nobody],
  flushing   <- [c \in Clients |-> IF Flushing(c) THEN arg[c] ELSE NoItem]

RefinesWorkQueue     == Queue!Spec
RefinesFairWorkQueue == Queue!Spec /\ Queue!FairnessWrittenOut
THEOREM Spec => Queue!Spec
THEOREM Stuck = {} /\ FairSpec => Queue!FairSpec

-----------------------------------------------------------------------------
(* A lock is held by the one thread that is in its critical section. *)
LocksAreHeld ==
  \A t \in Threads : /\ pc[t] = "mark" <=> tail = t
                     /\ pc[t] = "unmark" <=> head = t

AtMostOncePending == Queue!AtMostOncePending

(* [D1] [D2] [P1] An item is marked if and only if it is pending, at every  *)
(* moment, so that a mark may be confirmed without the lock.                *)
MarkedIsPending ==
  Dedup = "coalesce" => \A i \in Items : i \in marked <=> Queue!Pending(i)

(* [P1] No wake-up is lost: each queued item has a worker that is about to  *)
(* take it, unless all workers there may be are at work.                    *)
NoLostWakeUp ==
  Free /\ Unstarted \cup IdleWorkers # {} =>
    Len(Queued) <= Cardinality({w \in Workers : WantsToTake(w)})

(* [L2] A scope counts its instances. *)
OutstandingCounts ==
  Free => \A s \in Scopes :
    outstanding[s] = Cardinality({k \in DOMAIN Queued : ScopeOf[Queued[k]] = s})
                     + Cardinality({w \in Workers : item[w] # NoItem /\ ScopeOf[item[w]] = s})

(* [C3] No action waits for a scope that is open, or is drained. *)
ActionsWait ==
  \A s \in whenDrained : s \notin opened /\ outstanding[s] > 0

(* [A1] [A2] [D2] An enqueue returns what WorkQueue says it may. *)
OutcomesAgree ==
  [][\A t \in Threads :
       /\ EnqueueCoalesce(t) => Queue!Coalesce(arg[t])
       /\ EnqueueRefuse(t) => Queue!Refuse(arg[t])
       /\ EnqueueMark(t) => Queue!Accept(arg[t])]_vars

(* [L2] awaitDrained returns, and an action is called, when the scope is    *)
(* drained.                                                                 *)
DrainedWhenTold ==
  [][\A t \in Threads, s \in Scopes :
       /\ arg[t] = s /\ DrainReturn(t) => Queue!Drained(s)
       /\ arg'[t] = s /\ pc'[t] = "whenDrained" /\ pc[t] # pc'[t] => Queue!Drained(s)']_vars

FlushTerminates == Queue!FlushTerminates
PendingEnds     == Queue!PendingEnds
ClosedDrains    == Queue!ClosedDrains

(* [C3] Who waits for a scope to drain waits for ever only if it is opened  *)
(* again and again.                                                         *)
DrainTerminates ==
  \A c \in Clients, s \in Scopes :
    []<>(pc[c] \notin {"drain", "drainWaiting"} \/ arg[c] # s) \/ []<>(s \in opened /\ ~stopping)

(* [C3] The action of a closed scope is called, or forgotten by an open.    *)
ActionsAreCalled == \A s \in Scopes : s \in whenDrained ~> s \notin whenDrained

(* [C1] A queue that stays stopped runs what it has, and its threads end.   *)
StopTerminates ==
  []<>~stopping \/ <>[](QueueEmpty /\ Unstarted = Workers)

(* [P1] A callback that never returns holds no item but its own, while      *)
(* there may be more workers.                                               *)
SlotsAreUsed ==
  \A i \in Items :
    Queue!Pending(i) ~> ~Queue!Pending(i) \/ \A w \in Workers : IsStuck(w)
==============================================================================
