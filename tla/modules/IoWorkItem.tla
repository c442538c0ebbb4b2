------------------------------ MODULE IoWorkItem ------------------------------
(***************************************************************************)
(* The work items of the I/O manager: IoAllocateWorkItem and               *)
(* IoFreeWorkItem, IoInitializeWorkItem and IoUninitializeWorkItem,        *)
(* IoQueueWorkItem and IoQueueWorkItemEx, which differ in what they hand   *)
(* to the routine only, and IoTryQueueWorkItem.                            *)
(*                                                                         *)
(* The module is about one queue type; each is a queue with worker threads *)
(* of its own.  An item has one place: who queues or frees one that waits  *)
(* for its routine stops the machine, a bug check.  So does who mixes up   *)
(* the two pairs of calls.  These are the caller's errors and have no      *)
(* action here; CallsHaveOneOutcome says which they are.                   *)
(*                                                                         *)
(* All items are of one device, that each waiting or running item refers   *)
(* to: the device object stays until the last routine has returned.        *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  Items,    \* I/O work items
  Workers,  \* system worker threads of the queue type
  Idle

VARIABLES
  object,      \* [Items -> "absent" | "allocated" | "initialized" | "freed"]
  device,      \* "live" | "deleting" | "gone"
  references,  \* how many references queued items hold on the device
  queue,       \* pending items, the oldest first
  dequeued,    \* items off the queue, routine not yet called
  running      \* [Workers -> the item that the worker runs, or Idle]

objectVars == <<object, device>>
queueVars  == <<queue, dequeued, running>>
vars       == <<objectVars, references, queueVars>>

Exists(i)  == object[i] \in {"allocated", "initialized"}
Live(i)    == Exists(i) /\ device # "gone"              \* [M1]
Pending(i) == \E k \in DOMAIN queue : queue[k] = i
Waiting(i) == Pending(i) \/ i \in dequeued
Runs(i)    == {w \in Workers : running[w] = i}
Busy       == {w \in Workers : running[w] # Idle}
Load       == Cardinality(dequeued) + Cardinality(Busy)
ThreadIsFree == Len(queue) + Load < Cardinality(Workers)

TypeOK ==
  /\ object \in [Items -> {"absent", "allocated", "initialized", "freed"}]
  /\ device \in {"live", "deleting", "gone"}
  /\ references \in Nat
  /\ queue \in Seq(Items)
  /\ dequeued \subseteq Items
  /\ running \in [Workers -> Items \cup {Idle}]

Init ==
  /\ object = [i \in Items |-> "absent"]
  /\ device = "live"
  /\ references = 0
  /\ queue = <<>>
  /\ dequeued = {}
  /\ running = [w \in Workers |-> Idle]

-----------------------------------------------------------------------------
(* Items come from the system or are set up in memory of the caller's.      *)

Become(i, from, to) ==
  /\ object[i] = from
  /\ object' = [object EXCEPT ![i] = to]                 \* [L5]
  /\ UNCHANGED <<device, references, queueVars>>

Allocate(i)   == device = "live" /\ Become(i, "absent", "allocated")
Initialize(i) == device = "live" /\ Become(i, "absent", "initialized")

(* The end of an item that does not wait, also of one that runs: its own    *)
(* routine may do it, and nobody looks at the item after that.              *)
Free(i)         == ~Waiting(i) /\ Become(i, "allocated", "freed")     \* [IO-2] [IO-13] [IO-14]
Uninitialize(i) == ~Waiting(i) /\ Become(i, "initialized", "freed")   \* [IO-2] [IO-13] [IO-14]

-----------------------------------------------------------------------------
Insert(i) ==
  /\ Live(i)
  /\ ~Waiting(i)                                         \* [IO-9]
  /\ queue' = Append(queue, i)                           \* [IO-4]
  /\ references' = references + 1                        \* [IO-17]
  /\ UNCHANGED <<objectVars, dequeued, running>>

Accept(i) == Insert(i)                                  \* [IO-6] [IO-10]

(* A try is accepted only if the routine can be called by a thread that     *)
(* there is.                                                                *)
TryAccept(i) == ThreadIsFree /\ Insert(i)               \* [IO-25]

TryRefuse(i) ==
  /\ Live(i) /\ ~Waiting(i)
  /\ ~ThreadIsFree                                       \* [IO-25]
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* Workers. *)

CanDequeue == queue # <<>> /\ Load < Cardinality(Workers)

Dequeue ==
  /\ CanDequeue
  /\ queue' = Tail(queue)                                \* [IO-8] [IO-15]
  /\ dequeued' = dequeued \cup {Head(queue)}
  /\ UNCHANGED <<objectVars, references, running>>

Enter(w, i) ==
  /\ i \in dequeued                                      \* [R1] [R2]
  /\ running[w] = Idle
  /\ dequeued' = dequeued \ {i}
  /\ running' = [running EXCEPT ![w] = i]                \* [IO-11]
  /\ UNCHANGED <<objectVars, references, queue>>

Finish(w) ==
  /\ running[w] # Idle                                   \* [R3]
  /\ running' = [running EXCEPT ![w] = Idle]
  /\ references' = references - 1                        \* [IO-17]
  /\ UNCHANGED <<objectVars, queue, dequeued>>

-----------------------------------------------------------------------------
(* The device. *)

DeleteDevice ==
  /\ device = "live"
  /\ device' = "deleting"
  /\ UNCHANGED <<object, references, queueVars>>

RemoveDevice ==
  /\ device = "deleting"
  /\ references = 0                                      \* [IO-17]
  /\ device' = "gone"
  /\ UNCHANGED <<object, references, queueVars>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Allocate(i) \/ Initialize(i) \/ Free(i) \/ Uninitialize(i)
  \/ \E i \in Items : Accept(i) \/ TryAccept(i) \/ TryRefuse(i)
  \/ DeleteDevice

System ==
  \/ Dequeue
  \/ \E w \in Workers, i \in Items : Enter(w, i)
  \/ \E w \in Workers : Finish(w)
  \/ RemoveDevice

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

EnterItem(i) == \E w \in Workers : Enter(w, i)

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A i \in Items : SF_vars(EnterItem(i))
  /\ \A w \in Workers : WF_vars(Finish(w))
  /\ WF_vars(RemoveDevice)

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* [IO-9] An item has one place. *)
OnePlace ==
  /\ \A j, k \in DOMAIN queue : queue[j] = queue[k] => j = k
  /\ \A k \in DOMAIN queue : queue[k] \notin dequeued

(* [L1] Nothing happens to an item before there is one. *)
NothingBeforeBirth ==
  \A i \in Items : object[i] = "absent" => ~Waiting(i) /\ Runs(i) = {}

(* [IO-13] What is freed is in no queue; a routine under way may go on. *)
NothingQueuedIsFreed == \A i \in Items : object[i] = "freed" => ~Waiting(i)

(* [IO-17] A reference for every queued and every running item ... *)
ReferencesCount == references = Len(queue) + Load

(* ... keeps the device. *)
DeviceOutlivesRoutines == device = "gone" => queue = <<>> /\ Load = 0

(* What is off the queue has a thread, or one that is free for it. *)
WorkersSuffice == Load <= Cardinality(Workers)

(* [IO-2] [IO-6] [IO-9] [IO-13] [IO-25] [M1] Of what is asked of an item    *)
(* that waits for its routine, or does not exist, nothing is done.  Else    *)
(* queueing cannot fail, trying has one outcome, and one pair of calls fits.*)
CallsHaveOneOutcome ==
  \A i \in Items :
    LET may == Live(i) /\ ~Waiting(i)
    IN /\ ENABLED Accept(i) <=> may
       /\ may => (ENABLED TryAccept(i)) # (ENABLED TryRefuse(i))
       /\ ~may => ~ENABLED TryAccept(i) /\ ~ENABLED TryRefuse(i)
       /\ may => (ENABLED Free(i)) # (ENABLED Uninitialize(i))
       /\ Waiting(i) => ~ENABLED Free(i) /\ ~ENABLED Uninitialize(i)

(* [IO-2] [L5] An item ends by the call that belongs to the one it began    *)
(* with, and stays ended.                                                   *)
LifeAdvances ==
  [][\A i \in Items : object'[i] # object[i] =>
       \/ object[i] = "absent" /\ object'[i] \in {"allocated", "initialized"}
       \/ object[i] \in {"allocated", "initialized"} /\ object'[i] = "freed"]_vars

(* [IO-17] So does the device, and only a live one gets new items.          *)
DeviceAdvances ==
  [][/\ device' # device =>
          <<device, device'>> \in {<<"live", "deleting">>, <<"deleting", "gone">>}
     /\ \A i \in Items : object[i] = "absent" /\ object'[i] # "absent" => device = "live"]_vars

(* [IO-25] A try is answered by threads that there are. *)
TryFindsAThread ==
  [][\A i \in Items : TryAccept(i) => Len(queue') + Load <= Cardinality(Workers)]_vars

(* [P1] [IO-4] What is queued is run; and the device goes at last. *)
QueuedRuns == \A i \in Items : Waiting(i) ~> Runs(i) # {}
DeviceGoes == device = "deleting" /\ references = 0 ~> device = "gone" \/ references # 0

-----------------------------------------------------------------------------
Instance(i) == [item |-> i, awaitedBy |-> {}]

(* What is dequeued is a set, for an item has one place; there it is a bag.  *)
Queue == INSTANCE WorkQueue WITH
  Callers    <- {},
  NoItem     <- Idle,
  Scopes     <- Items,
  ScopeOf    <- [i \in Items |-> i],
  Dedup      <- "exclusive",
  Exclusion  <- "none",
  Groups     <- Items,
  GroupOf    <- [i \in Items |-> i],
  MayDiscard <- FALSE,
  open       <- {i \in Items : Exists(i)},
  queue      <- [k \in DOMAIN queue |-> Instance(queue[k])],
  dequeued   <- [x \in {Instance(i) : i \in dequeued} |-> 1],
  running    <- [w \in Workers |-> IF running[w] = Idle THEN Idle ELSE Instance(running[w])],
  flushing   <- [c \in {} |-> Idle]

RefinesWorkQueue     == Queue!Spec
RefinesFairWorkQueue == Queue!Spec /\ Queue!FairnessWrittenOut
THEOREM Spec => Queue!Spec
THEOREM FairSpec => Queue!FairSpec
==============================================================================
