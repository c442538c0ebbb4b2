--------------------------- MODULE MediaFoundation ---------------------------
(***************************************************************************)
(* Media Foundation work queues: MFStartup, MFShutdown,                    *)
(* MFAllocateWorkQueue(Ex), MFAllocateSerialWorkQueue, MFLockWorkQueue,    *)
(* MFUnlockWorkQueue and MFPutWorkItem(2).  Every put is an item of its    *)
(* own, nothing is coalesced.  What has one priority on one queue is a     *)
(* WorkQueue; the platform's start count and the queue's lock count decide *)
(* whether it is open.  Identifiers are never reused.  Items that are      *)
(* scheduled or wait are in MediaFoundationScheduled.                      *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets, Bags

CONSTANTS
  Items,           \* results that are put
  PriorityOf,      \* [Items -> Int], greater is more urgent
  Workers,         \* work-queue threads
  PlatformQueues,  \* queues that the platform owns
  PrivateQueues,   \* identifiers that an application can allocate
  SerialQueues,    \* the queues that run one item at a time
  Observed,        \* the queue whose refinement of WorkQueue is stated below,
  ObservedPriority, \* for the items of this priority
  Idle

Queues == PlatformQueues \cup PrivateQueues
ASSUME /\ SerialQueues \subseteq Queues /\ Observed \in Queues
       /\ PriorityOf \in [Items -> Int]

VARIABLES
  startups,   \* starts less shutdowns
  locks,      \* [PrivateQueues -> lock count]
  allocated,  \* the private identifiers that were ever given out
  keeps,      \* [PrivateQueues -> the private queues that it stands over]
  queue,      \* [Queues -> pending items, the oldest first]
  dequeued,   \* [Queues -> bag of items off the queue, callback not yet called]
  running     \* [Workers -> [queue, item] that the worker runs, or Idle]

platformVars == <<startups, locks, allocated, keeps>>
queueVars    == <<queue, dequeued, running>>
vars         == <<platformVars, queueVars>>

Started == startups > 0
Locked(q) == q \in PrivateQueues => locks[q] > 0     \* [MF-19]
Live(q) ==
  \/ Locked(q)
  \/ \E s \in PrivateQueues : locks[s] > 0 /\ q \in keeps[s]    \* [MF-26]
Usable(q) == Started /\ Live(q)

RunningOn(q) == {w \in Workers : running[w] # Idle /\ running[w].queue = q}
RECURSIVE TotalDequeued(_)
TotalDequeued(S) ==
  IF S = {} THEN 0
  ELSE LET q == CHOOSE q \in S : TRUE
       IN BagCardinality(dequeued[q]) + TotalDequeued(S \ {q})
Load == Cardinality({w \in Workers : running[w] # Idle}) + TotalDequeued(Queues)

TypeOK ==
  /\ startups \in Nat
  /\ locks \in [PrivateQueues -> Nat]
  /\ allocated \subseteq PrivateQueues
  /\ keeps \in [PrivateQueues -> SUBSET PrivateQueues]
  /\ queue \in [Queues -> Seq(Items)]
  /\ \A q \in Queues : IsABag(dequeued[q]) /\ BagToSet(dequeued[q]) \subseteq Items
  /\ running \in [Workers -> [queue : Queues, item : Items] \cup {Idle}]

Init ==
  /\ startups = 0
  /\ locks = [q \in PrivateQueues |-> 0]
  /\ allocated = {}
  /\ keeps = [q \in PrivateQueues |-> {}]
  /\ queue = [q \in Queues |-> <<>>]
  /\ dequeued = [q \in Queues |-> EmptyBag]
  /\ running = [w \in Workers |-> Idle]

-----------------------------------------------------------------------------
(* The platform. *)

Startup ==
  /\ startups' = startups + 1                          \* [MF-2]
  /\ UNCHANGED <<locks, allocated, keeps, queueVars>>

Shutdown ==
  /\ startups' = IF Started THEN startups - 1 ELSE 0   \* [MF-2] [MF-3]
  /\ UNCHANGED <<locks, allocated, keeps, queueVars>>

-----------------------------------------------------------------------------
(* Private queues. *)

AllocateOver(q, below) ==
  /\ Started                                           \* [MF-4]
  /\ q \in PrivateQueues \ allocated                   \* [MF-68]
  /\ allocated' = allocated \cup {q}
  /\ locks' = [locks EXCEPT ![q] = 1]                  \* [MF-19]
  /\ keeps' = [keeps EXCEPT ![q] = below]
  /\ UNCHANGED <<startups, queueVars>>

(* A queue over none, or over one that lives without it.                    *)
Allocate(q) == AllocateOver(q, {})

(* A serial queue over a private one, which may be serial as well.          *)
AllocateSerial(q, b) ==
  /\ q \in SerialQueues /\ b \in PrivateQueues \ {q}
  /\ AllocateOver(q, IF Live(b) THEN {b} \cup keeps[b] ELSE {})    \* [MF-26] [MF-27]

RefuseAllocate ==
  /\ ~Started                                          \* [MF-4]
  /\ UNCHANGED vars

Lock(q) ==
  /\ q \in PrivateQueues
  /\ Locked(q)                                         \* [MF-19]
  /\ locks' = [locks EXCEPT ![q] = @ + 1]
  /\ UNCHANGED <<startups, allocated, keeps, queueVars>>

Unlock(q) ==
  /\ q \in PrivateQueues
  /\ Locked(q)                                         \* [MF-21]
  /\ locks' = [locks EXCEPT ![q] = @ - 1]              \* [MF-19]
  /\ UNCHANGED <<startups, allocated, keeps, queueVars>> \* [MF-22]

(* Lock and unlock of a platform queue succeed and do nothing. *)
LockPlatformQueue(q) ==
  /\ q \in PlatformQueues                              \* [MF-20]
  /\ UNCHANGED vars

(* Lock and unlock of a private queue that is not locked fail. *)
RefuseLock(q) ==
  /\ ~Locked(q)                                        \* [MF-21]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* Put: one action for each outcome. *)

Accept(q, i) ==
  /\ Started                                           \* [MF-17]
  /\ Live(q)                                           \* [MF-15]
  /\ queue' = [queue EXCEPT ![q] = Append(@, i)]       \* [MF-32] [MF-40]
  /\ UNCHANGED <<platformVars, dequeued, running>>

RefuseShutdown(q, i) ==
  /\ ~Started                                          \* [MF-17]
  /\ UNCHANGED vars

RefuseInvalid(q, i) ==
  /\ ~Live(q)                                          \* [MF-15]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* Workers. *)

Remove(seq, k) == SubSeq(seq, 1, k - 1) \o SubSeq(seq, k + 1, Len(seq))
Priority(q, k) == PriorityOf[queue[q][k]]

(* The most urgent item goes first, and of several the first.  On a serial  *)
(* queue it may, but need not, overtake the less urgent.                    *)
MayDequeue(q, k) ==
  /\ \A j \in 1..(k - 1) : Priority(q, j) < Priority(q, k)     \* [MF-29] [MF-37]
  /\ q \notin SerialQueues =>
       \A j \in DOMAIN queue[q] : Priority(q, j) <= Priority(q, k)    \* [MF-36]

Dequeue(q, k) ==
  /\ k \in DOMAIN queue[q]                             \* [R1]
  /\ MayDequeue(q, k)
  /\ Load < Cardinality(Workers)
  /\ q \in SerialQueues =>                             \* [MF-28] [MF-30]
       dequeued[q] = EmptyBag /\ RunningOn(q) = {}
  /\ queue' = [queue EXCEPT ![q] = Remove(@, k)]
  /\ dequeued' = [dequeued EXCEPT ![q] = @ (+) SetToBag({queue[q][k]})]
  /\ UNCHANGED <<platformVars, running>>

Enter(w, q, i) ==
  /\ BagIn(i, dequeued[q])                             \* [R1] [R2]
  /\ running[w] = Idle
  /\ dequeued' = [dequeued EXCEPT ![q] = @ (-) SetToBag({i})]
  /\ running' = [running EXCEPT ![w] = [queue |-> q, item |-> i]]
  /\ UNCHANGED <<platformVars, queue>>

Finish(w) ==
  /\ running[w] # Idle                                 \* [R3]
  /\ running' = [running EXCEPT ![w] = Idle]
  /\ UNCHANGED <<platformVars, queue, dequeued>>

(* Shutdown may drop what is pending on a live queue; a queue that the      *)
(* application released before has to run what it accepted.                 *)
Discard(q, k) ==
  /\ ~Started                                          \* [MF-56]
  /\ Live(q)                                           \* [MF-66]
  /\ k \in DOMAIN queue[q]
  /\ queue' = [queue EXCEPT ![q] = Remove(@, k)]
  /\ UNCHANGED <<platformVars, dequeued, running>>

-----------------------------------------------------------------------------
Calls ==
  \/ Startup \/ Shutdown \/ RefuseAllocate
  \/ \E q \in PrivateQueues : Allocate(q) \/ Lock(q) \/ Unlock(q) \/ RefuseLock(q)
  \/ \E q, b \in PrivateQueues : AllocateSerial(q, b)
  \/ \E q \in PlatformQueues : LockPlatformQueue(q)

Puts(S) ==
  \E q \in Queues, i \in S : Accept(q, i) \/ RefuseShutdown(q, i) \/ RefuseInvalid(q, i)

DequeueSome(q) == \E k \in DOMAIN queue[q] : Dequeue(q, k)
DiscardSome(q) == \E k \in DOMAIN queue[q] : Discard(q, k)

System ==
  \/ \E q \in Queues : DequeueSome(q)
  \/ \E w \in Workers, q \in Queues, i \in Items : Enter(w, q, i)
  \/ \E w \in Workers : Finish(w)
  \/ \E q \in Queues : DiscardSome(q)

Next == Calls \/ Puts(Items) \/ System

Spec == Init /\ [][Next]_vars

(* One thread pool serves all queues, so a queue may be passed over again   *)
(* and again while others use the threads, but not for ever.                *)
Fairness ==
  /\ \A q \in Queues : SF_vars(DequeueSome(q))
  /\ \A q \in Queues, i \in Items : SF_vars(\E w \in Workers : Enter(w, q, i))
  /\ \A w \in Workers : WF_vars(Finish(w))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* [MF-28] [MF-30] A serial queue runs one item at a time. *)
SerialQueuesSerialize ==
  \A q \in SerialQueues :
    Cardinality(RunningOn(q)) + BagCardinality(dequeued[q]) <= 1

(* [O1] [MF-37] Nothing overtakes what is as urgent, ... *)
Leaves(q, i) == CopiesIn(i, dequeued'[q]) > CopiesIn(i, dequeued[q])
NoOvertaking ==
  [][\A q \in Queues, i \in Items : Leaves(q, i) =>
       \E k \in DOMAIN queue[q] :
         /\ queue[q][k] = i
         /\ \A j \in 1..(k - 1) : Priority(q, j) < PriorityOf[i]]_vars

(* [MF-36] ... and where items do not wait for one another the most urgent  *)
(* of them goes first.                                                      *)
UrgentFirst ==
  [][\A q \in Queues \ SerialQueues, i \in Items : Leaves(q, i) =>
       \A k \in DOMAIN queue[q] : Priority(q, k) <= PriorityOf[i]]_vars

(* [MF-26] Who put to a serial queue finds the one below alive. *)
SerialKeepsBase ==
  \A q \in PrivateQueues :
    Live(q) => \A b \in keeps[q], i \in Items : ~ENABLED RefuseInvalid(b, i)

(* What is off its queue has a thread, or one that is free for it. *)
WorkersSuffice == Load <= Cardinality(Workers)

(* [MF-19] Only an allocated queue is locked or holds anything. *)
NothingOnUnallocated ==
  \A q \in PrivateQueues \ allocated :
    /\ locks[q] = 0 /\ keeps[q] = {}
    /\ queue[q] = <<>> /\ dequeued[q] = EmptyBag /\ RunningOn(q) = {}

(* [MF-15] [MF-17] A put is accepted unless there is a reason to refuse it. *)
PutIsAcceptedOrRefused ==
  \A q \in Queues, i \in Items :
    ENABLED Accept(q, i) <=> ~ENABLED RefuseShutdown(q, i) /\ ~ENABLED RefuseInvalid(q, i)

(* [MF-4] So is an allocation, while there are identifiers. *)
AllocateHasOneOutcome ==
  \A q \in PrivateQueues \ allocated : ENABLED Allocate(q) <=> ~ENABLED RefuseAllocate

(* [MF-19] [MF-20] [MF-21] Lock and unlock succeed or fail. *)
LockHasOneOutcome ==
  \A q \in Queues :
    IF q \in PlatformQueues
    THEN ENABLED LockPlatformQueue(q) /\ ~ENABLED RefuseLock(q)
    ELSE /\ ~ENABLED LockPlatformQueue(q)
         /\ ENABLED Lock(q) <=> ~ENABLED RefuseLock(q)
         /\ ENABLED Unlock(q) <=> ~ENABLED RefuseLock(q)

(* [MF-19] A lock counts; one that did not would be no step at all. *)
LocksCount ==
  \A q \in PrivateQueues : ENABLED Lock(q) => ENABLED (Lock(q) /\ locks'[q] = locks[q] + 1)

(* [MF-2] [MF-19] Starts and locks are counted, one by one. *)
OneByOne(n, m) == m \in {n - 1, n, n + 1}
CountsOneByOne ==
  [][/\ OneByOne(startups, startups')
     /\ \A q \in PrivateQueues : OneByOne(locks[q], locks'[q])]_vars

(* [MF-19] [MF-68] A released queue stays released. *)
ReleasedForGood ==
  [][\A q \in allocated : ~Live(q) => ~Live(q)']_vars

(* [MF-22] [MF-66] What leaves a released queue goes to a worker. *)
ReleasedRunsAll ==
  [][\A q \in Queues :
       ~Live(q) /\ Len(queue'[q]) < Len(queue[q]) =>
         BagCardinality(dequeued'[q]) > BagCardinality(dequeued[q])]_vars

(* [MF-22] A released queue drains. *)
ReleasedDrains ==
  \A q \in PrivateQueues : q \in allocated /\ ~Live(q) ~> queue[q] = <<>>

(* [MF-36] Where the most urgent goes first, it goes before others for ever *)
(* if it comes for ever.                                                    *)
Outranked(q, priority) ==
  /\ q \notin SerialQueues
  /\ \E k \in DOMAIN queue[q] : Priority(q, k) > priority

(* [P1] What is pending runs, or the platform shuts down, or what is more   *)
(* urgent is put again and again.                                           *)
PendingRuns ==
  \A q \in Queues, i \in Items :
    \/ (\E k \in DOMAIN queue[q] : queue[q][k] = i)
         ~> (\E w \in Workers : running[w] = [queue |-> q, item |-> i]) \/ ~Started
    \/ []<>Outranked(q, PriorityOf[i])

-----------------------------------------------------------------------------
Instance(i) == [item |-> i, awaitedBy |-> {}]
ObservedItems == {i \in Items : PriorityOf[i] = ObservedPriority}
IsObserved(i) == i \in ObservedItems
ObservedQueue == SelectSeq(queue[Observed], IsObserved)
ObservedBag   == BagToSet(dequeued[Observed]) \cap ObservedItems
Runs(w)       == w \in RunningOn(Observed) /\ IsObserved(running[w].item)

(* The items of one priority on one queue are a WorkQueue: a model checks   *)
(* it of those that it observes.                                            *)
Queue == INSTANCE WorkQueue WITH
  Items      <- ObservedItems,
  Callers    <- {},
  NoItem     <- Idle,
  Scopes     <- {Observed},
  ScopeOf    <- [i \in ObservedItems |-> Observed],
  Dedup      <- "distinct",
  Exclusion  <- IF Observed \in SerialQueues THEN "dequeue" ELSE "none",
  Groups     <- {Observed},
  GroupOf    <- [i \in ObservedItems |-> Observed],
  MayDiscard <- TRUE,
  open       <- IF Usable(Observed) THEN {Observed} ELSE {},
  queue      <- [k \in DOMAIN ObservedQueue |-> Instance(ObservedQueue[k])],
  dequeued   <- [x \in {Instance(i) : i \in ObservedBag} |-> dequeued[Observed][x.item]],
  running    <- [w \in Workers |-> IF Runs(w) THEN Instance(running[w].item) ELSE Idle],
  flushing   <- [c \in {} |-> Idle]

RefinesWorkQueue     == Queue!Spec
RefinesFairWorkQueue ==
  /\ Queue!Spec
  /\ Queue!FairnessWrittenOut \/ []<>Outranked(Observed, ObservedPriority)
THEOREM Spec => Queue!Spec
THEOREM FairSpec => Queue!FairSpec \/ []<>Outranked(Observed, ObservedPriority)
==============================================================================
