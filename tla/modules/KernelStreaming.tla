--------------------------- MODULE KernelStreaming ---------------------------
(***************************************************************************)
(* Kernel streaming workers: KsRegisterWorker, KsQueueWorkItem and         *)
(* KsUnregisterWorker; KsRegisterCountedWorker, KsIncrementCountedWorker   *)
(* and KsDecrementCountedWorker.  What waits in the system's queue is the  *)
(* worker, in one place at a time, with whatever item it was queued with.  *)
(* A counted worker is queued by the increment that finds its count zero;  *)
(* its routine then processes tasks until it has counted down the last.    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  KsWorkers,  \* what is registered
  Counted,    \* those that are counted
  Threads,    \* system worker threads
  Callers,    \* threads that unregister
  Idle, None

ASSUME Counted \subseteq KsWorkers /\ None \notin KsWorkers

VARIABLES
  life,           \* [KsWorkers -> "absent" | "registered" | "unregistering" | "gone"]
  unregistering,  \* [Callers -> the worker that the caller unregisters, or None]
  count,          \* [Counted -> tasks that are not counted down]
  task,           \* [Threads -> "none" | "free" | "busy"]: what a processing thread is about
  queue, dequeued, running   \* as in WorkQueue

queueVars  == <<queue, dequeued, running>>
workerVars == <<life, unregistering>>
vars       == <<workerVars, count, task, queueVars>>

Queue == INSTANCE WorkQueue WITH
  Items      <- KsWorkers,
  Workers    <- Threads,
  Callers    <- {},
  Scopes     <- KsWorkers,
  ScopeOf    <- [w \in KsWorkers |-> w],
  Dedup      <- "distinct",
  Exclusion  <- "none",
  Groups     <- KsWorkers,
  GroupOf    <- [w \in KsWorkers |-> w],
  MayDiscard <- FALSE,
  NoItem     <- None,
  open       <- {w \in KsWorkers : life[w] = "registered"},
  flushing   <- [c \in {} |-> None]

TypeOK ==
  /\ Queue!TypeOK
  /\ life \in [KsWorkers -> {"absent", "registered", "unregistering", "gone"}]
  /\ unregistering \in [Callers -> KsWorkers \cup {None}]
  /\ count \in [Counted -> Nat]
  /\ task \in [Threads -> {"none", "free", "busy"}]

Init ==
  /\ life = [w \in KsWorkers |-> "absent"]
  /\ unregistering = [c \in Callers |-> None]
  /\ count = [w \in Counted |-> 0]
  /\ task = [t \in Threads |-> "none"]
  /\ Queue!Init

(* [KS-6] [KS-9] A worker waits in one place, until its routine begins.     *)
Queueable(w) ==
  \A x \in {queue[k] : k \in DOMAIN queue} \cup BagToSet(dequeued) : x.item # w

Runs(t, w)    == running[t] # Idle /\ running[t].item = w
Processing(w) == {t \in Threads : Runs(t, w) /\ task[t] # "none"}

-----------------------------------------------------------------------------
Register(w) ==
  /\ life[w] = "absent"
  /\ life' = [life EXCEPT ![w] = "registered"]
  /\ UNCHANGED <<unregistering, count, task, queueVars>>

Accept(w) ==
  /\ w \notin Counted
  /\ Queueable(w)
  /\ UNCHANGED <<workerVars, count, task>>
  /\ Queue!Accept(w)

Refuse(w) ==                                               \* [KS-16]
  /\ w \notin Counted
  /\ Queueable(w)
  /\ life[w] = "unregistering"
  /\ UNCHANGED <<workerVars, count, task>>
  /\ Queue!Refuse(w)

Increment(w) ==
  /\ w \in Counted
  /\ life[w] = "registered"                                \* [KS-16]
  /\ UNCHANGED <<workerVars, task>>
  /\ count' = [count EXCEPT ![w] = @ + 1]                  \* [KS-18]
  /\ IF count[w] = 0 THEN Queue!Accept(w) ELSE UNCHANGED queueVars

Dequeue == UNCHANGED <<workerVars, count, task>> /\ Queue!Dequeue

Enter(t, w) ==
  /\ UNCHANGED <<workerVars, count>>
  /\ task' = [task EXCEPT ![t] = IF w \in Counted THEN "free" ELSE "none"]
  /\ Queue!Enter(t, Queue!Fresh(w))

Take(t) ==
  /\ task[t] = "free"
  /\ task' = [task EXCEPT ![t] = "busy"]
  /\ UNCHANGED <<workerVars, count, queueVars>>

(* [KS-18] [KS-19] The thread that counts down the last task stops looking. *)
Decrement(t) ==
  LET w == running[t].item
  IN /\ task[t] = "busy"
     /\ count' = [count EXCEPT ![w] = @ - 1]
     /\ task' = [task EXCEPT ![t] = IF count[w] = 1 THEN "none" ELSE "free"]
     /\ UNCHANGED <<workerVars, queueVars>>

Finish(t) ==
  /\ task[t] = "none"
  /\ UNCHANGED <<workerVars, count, task>>
  /\ Queue!Finish(t)

UnregisterBegin(c, w) ==
  /\ life[w] = "registered"
  /\ unregistering[c] = None
  /\ life' = [life EXCEPT ![w] = "unregistering"]
  /\ unregistering' = [unregistering EXCEPT ![c] = w]
  /\ UNCHANGED <<count, task, queueVars>>

UnregisterReturn(c) ==
  /\ unregistering[c] # None
  /\ Queue!Drained(unregistering[c])                       \* [KS-13]
  /\ life' = [life EXCEPT ![unregistering[c]] = "gone"]
  /\ unregistering' = [unregistering EXCEPT ![c] = None]
  /\ UNCHANGED <<count, task, queueVars>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E w \in KsWorkers : Register(w) \/ Accept(w) \/ Refuse(w) \/ Increment(w)
  \/ \E c \in Callers, w \in KsWorkers : UnregisterBegin(c, w)

System ==
  \/ Dequeue
  \/ \E t \in Threads, w \in KsWorkers : Enter(t, w)
  \/ \E t \in Threads : Take(t) \/ Decrement(t) \/ Finish(t)
  \/ \E c \in Callers : UnregisterReturn(c)

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

EnterSome(w) == \E t \in Threads : Enter(t, w)

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A w \in KsWorkers : SF_vars(EnterSome(w))
  /\ \A t \in Threads : WF_vars(Take(t)) /\ WF_vars(Decrement(t)) /\ WF_vars(Finish(t))
  /\ \A c \in Callers : WF_vars(UnregisterReturn(c))

(* A routine ends when the tasks of its worker run out.  Who adds tasks for  *)
(* ever faster than they are counted down keeps it, and its thread, for ever *)
(* ([KS-19]): that progress is promised only to those who do not.            *)
TasksRunOut ==
  \A w \in Counted :
    []<><<count[w] > 0 /\ Increment(w)>>_vars => []<>(count[w] = 0)

FairSpec == Spec /\ Fairness /\ TasksRunOut

-----------------------------------------------------------------------------
(* [KS-6] [KS-18] A worker waits in one place at a time, counted or not.    *)
OnePlaceAtATime ==
  \A w \in KsWorkers :
    Cardinality({k \in DOMAIN queue : queue[k].item = w})
      + CopiesIn(Queue!Fresh(w), dequeued) <= 1

(* [KS-20] Tasks of a counted worker are processed one at a time.           *)
OneProcessesTasks == \A w \in Counted : Cardinality(Processing(w)) <= 1

(* [KS-18] Tasks that are not counted down have somebody who will do so.    *)
NoTaskIsForgotten ==
  \A w \in Counted : count[w] > 0 <=> Processing(w) # {} \/ ~Queueable(w)

(* [KS-16] [KS-18] Of what is asked of a worker that is not registered      *)
(* nothing is done; one that is being unregistered may refuse.              *)
CallsHaveOneOutcome ==
  \A w \in KsWorkers :
    IF w \in Counted
    THEN ENABLED Increment(w) => life[w] = "registered"
    ELSE /\ ENABLED Accept(w) <=> Queueable(w) /\ life[w] = "registered"
         /\ ENABLED Refuse(w) <=> Queueable(w) /\ life[w] = "unregistering"

(* [KS-13] Registered once, unregistered once, and gone for good when the   *)
(* unregistering has returned.                                              *)
LifeAdvances ==
  [][/\ \A w \in KsWorkers : life'[w] # life[w] =>
          <<life[w], life'[w]>> \in {<<"absent", "registered">>,
            <<"registered", "unregistering">>, <<"unregistering", "gone">>}
     /\ \A c \in Callers : unregistering[c] # None /\ unregistering'[c] = None =>
          life'[unregistering[c]] = "gone"]_vars

NothingAfterUnregister ==
  \A w \in KsWorkers : life[w] \in {"absent", "gone"} => Queue!Drained(w)

(* [KS-13] Unregistering returns when nothing is outstanding ...            *)
UnregisterWaits ==
  [][\A c \in Callers :
       unregistering[c] # None /\ unregistering'[c] # unregistering[c]
         => Queue!Drained(unregistering[c])]_vars

(* ... and it returns.                                                      *)
UnregisterTerminates ==
  \A c \in Callers : unregistering[c] # None ~> unregistering[c] = None

(* [P1] What waits is called.                                               *)
WaitingEnds == \A w \in KsWorkers : ~Queueable(w) ~> Queueable(w)

RefinesWorkQueue     == Queue!Spec
RefinesFairWorkQueue == Queue!Spec /\ Queue!FairnessWrittenOut
THEOREM Spec => Queue!Spec
THEOREM FairSpec => Queue!FairSpec
==============================================================================
