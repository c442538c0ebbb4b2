------------------------------- MODULE ClientGo -------------------------------
(***************************************************************************)
(* The work queue of Kubernetes' client-go: Add, Get, Done, ShutDown and   *)
(* ShutDownWithDrain.  Dirty is what has to be processed, and processing   *)
(* what was handed out and is not done; what is both waits for Done, and   *)
(* only then takes its place in the queue.                                 *)
(*                                                                         *)
(* It refines WorkQueueContract and not WorkQueue: there, what waits for   *)
(* its own run keeps the place that it had when it was enqueued [CG-3].    *)
(* Done of what is not processed is the caller's error and has no action   *)
(* here [CG-5].                                                            *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Items,    \* keys
  Callers   \* threads that drain

VARIABLES
  queue,       \* what can be handed out, the oldest first
  dirty,       \* what has to be processed
  processing,  \* what is being processed
  closed,      \* whether the queue was shut down
  drain,       \* whether who drains still waits
  draining     \* the callers that drain

vars == <<queue, dirty, processing, closed, drain, draining>>

Range(seq) == {seq[k] : k \in DOMAIN seq}

TypeOK ==
  /\ queue \in Seq(Items)
  /\ dirty \subseteq Items
  /\ processing \subseteq Items
  /\ closed \in BOOLEAN
  /\ drain \in BOOLEAN
  /\ draining \subseteq Callers

Init ==
  /\ queue = <<>>
  /\ dirty = {}
  /\ processing = {}
  /\ closed = FALSE
  /\ drain = FALSE
  /\ draining = {}

-----------------------------------------------------------------------------
(* Add *)

Accept(i) ==
  /\ ~closed                                             \* [CG-1]
  /\ i \notin dirty                                      \* [D1]
  /\ dirty' = dirty \cup {i}
  /\ queue' = IF i \in processing THEN queue ELSE Append(queue, i)   \* [CG-2]
  /\ UNCHANGED <<processing, closed, drain, draining>>

Coalesce(i) ==
  /\ ~closed                                             \* [CG-1]
  /\ i \in dirty                                         \* [D2]
  /\ UNCHANGED vars

Refuse(i) ==
  /\ closed                                              \* [A2] [CG-1]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* Get *)

Dequeue ==
  /\ queue # <<>>                                        \* [R1]
  /\ queue' = Tail(queue)                                \* [O1]
  /\ processing' = processing \cup {Head(queue)}
  /\ dirty' = dirty \ {Head(queue)}
  /\ UNCHANGED <<closed, drain, draining>>

Closed ==
  /\ queue = <<>>                                        \* [CG-4]
  /\ closed                                              \* [CG-4]
  /\ UNCHANGED vars

Complete(i) ==
  /\ i \in processing                                    \* [CG-5]
  /\ processing' = processing \ {i}
  /\ queue' = IF i \in dirty THEN Append(queue, i) ELSE queue   \* [CG-3]
  /\ UNCHANGED <<dirty, closed, drain, draining>>

-----------------------------------------------------------------------------
ShutDown ==
  /\ closed' = TRUE
  /\ drain' = FALSE
  /\ UNCHANGED <<queue, dirty, processing, draining>>

DrainBegin(c) ==
  /\ c \notin draining
  /\ closed' = TRUE
  /\ drain' = TRUE
  /\ draining' = draining \cup {c}
  /\ UNCHANGED <<queue, dirty, processing>>

DrainReturn(c) ==
  /\ c \in draining
  /\ drain => dirty = {} /\ processing = {}              \* [CG-9]
  /\ draining' = draining \ {c}
  /\ UNCHANGED <<queue, dirty, processing, closed, drain>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Accept(i) \/ Coalesce(i) \/ Refuse(i)
  \/ ShutDown
  \/ \E c \in Callers : DrainBegin(c)

System ==
  \/ Dequeue \/ Closed
  \/ \E i \in Items : Complete(i)
  \/ \E c \in Callers : DrainReturn(c)

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A i \in Items : WF_vars(Complete(i))
  /\ \A c \in Callers : WF_vars(DrainReturn(c))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* [D1] No key is in the queue twice; in it is what is dirty and is not     *)
(* being processed.                                                         *)
QueueIsDirty ==
  /\ Range(queue) = dirty \ processing
  /\ \A j, k \in DOMAIN queue : queue[j] = queue[k] => j = k

(* [CG-1] [CG-4] [D2] An add has one outcome; a get says that the queue is  *)
(* closed if it is, and nothing is left; a shutdown releases who drains.    *)
CallsHaveOneOutcome ==
  /\ \A i \in Items :
       /\ ENABLED Accept(i) <=> ~closed /\ i \notin dirty
       /\ ENABLED Coalesce(i) <=> ~closed /\ i \in dirty
       /\ ENABLED Refuse(i) <=> closed
  /\ ENABLED Closed <=> closed /\ queue = <<>>
  /\ ENABLED (ShutDown /\ ~drain')

(* [CG-9] Who drained and was not released sees an empty queue. *)
DrainWaits ==
  [][\A c \in draining : c \notin draining' /\ drain => dirty = {} /\ processing = {}]_vars

(* [CG-1] After the shutdown nothing becomes dirty. *)
NothingAfterShutdown == [][closed => dirty' \subseteq dirty]_vars

(* [CG-3] What comes back when it is done comes last. *)
ComesBackLast ==
  [][\A i \in Items :
       i \in processing /\ i \notin processing' /\ i \in dirty =>
         queue' = Append(queue, i)]_vars

(* [P1] What is dirty does not stay dirty.  [CG-9] Every drain returns. *)
PendingEnds     == \A i \in Items : i \in dirty ~> i \notin dirty
DrainTerminates == \A c \in Callers : c \in draining ~> c \notin draining

(* Runs of one key exclude one another [S3]; nothing is lost [C1]. *)
Contract == INSTANCE WorkQueueContract WITH
  Scopes     <- {"queue"},
  ScopeOf    <- [i \in Items |-> "queue"],
  Exclusion  <- "item",
  Groups     <- Items,
  GroupOf    <- [i \in Items |-> i],
  MayDiscard <- FALSE,
  open       <- IF closed THEN {} ELSE {"queue"},
  pending    <- [i \in Items |-> IF i \in dirty THEN 1 ELSE 0],
  executing  <- [i \in Items |-> IF i \in processing THEN 1 ELSE 0]

RefinesContract     == Contract!TypeOK /\ [][Contract!Next]_(Contract!vars)
RefinesFairContract == Contract!FairnessWrittenOut
THEOREM Spec => RefinesContract
THEOREM FairSpec => RefinesFairContract
==============================================================================
