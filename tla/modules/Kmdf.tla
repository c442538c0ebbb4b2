--------------------------------- MODULE Kmdf ---------------------------------
(***************************************************************************)
(* The framework work item: WdfWorkItemCreate, WdfWorkItemEnqueue,         *)
(* WdfWorkItemFlush and WdfObjectDelete.  One queue for all items; from    *)
(* KMDF 1.7 on an item that is enqueued while pending is coalesced, before *)
(* that the caller must not do it; every item opens and closes by itself,  *)
(* with its object.                                                        *)
(*                                                                         *)
(* Calls that break a precondition (a deleted handle, a flush from the     *)
(* item's own callback) are the caller's error and have no action here:    *)
(* spec/RULES.md, area M.                                                  *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  Items,                   \* work items
  Workers,                 \* system worker threads
  Callers,                 \* driver threads that flush and delete
  Coalesces,               \* KMDF 1.7 and later
  AutomaticSerialization,  \* callbacks exclude one another under the device
  Idle, NoItem

VARIABLES
  object,    \* [Items -> "absent" | "live" | "deleting" | "deleted"]
  deleting,  \* [Callers -> the item whose deletion the caller waits for, or NoItem]
  queue, dequeued, running, flushing   \* as in WorkQueue

queueVars  == <<queue, dequeued, running, flushing>>
objectVars == <<object, deleting>>
vars       == <<queueVars, objectVars>>

Device == "device"

Queue == INSTANCE WorkQueue WITH
  Scopes     <- Items,
  ScopeOf    <- [i \in Items |-> i],
  Dedup      <- IF Coalesces THEN "coalesce" ELSE "exclusive",
  Exclusion  <- IF AutomaticSerialization THEN "enter" ELSE "none",
  Groups     <- {Device},
  GroupOf    <- [i \in Items |-> Device],
  MayDiscard <- FALSE,
  open       <- {i \in Items : object[i] = "live"}

TypeOK ==
  /\ Queue!TypeOK
  /\ object \in [Items -> {"absent", "live", "deleting", "deleted"}]
  /\ deleting \in [Callers -> Items \cup {NoItem}]

Init ==
  /\ object = [i \in Items |-> "absent"]
  /\ deleting = [c \in Callers |-> NoItem]
  /\ Queue!Init

Valid(i) == object[i] \in {"live", "deleting"}         \* [M1] the handle is good
Free(c)  == flushing[c] = NoItem /\ deleting[c] = NoItem

-----------------------------------------------------------------------------
Create(i) ==
  /\ object[i] = "absent"
  /\ object' = [object EXCEPT ![i] = "live"]           \* [L1]
  /\ UNCHANGED <<queueVars, deleting>>

Accept(i)   == UNCHANGED objectVars /\ Queue!Accept(i)
Coalesce(i) == UNCHANGED objectVars /\ Queue!Coalesce(i)
Refuse(i)   == UNCHANGED objectVars /\ Valid(i) /\ Queue!Refuse(i)   \* [WDF-35]

Dequeue     == UNCHANGED objectVars /\ Queue!Dequeue
Enter(w, x) == UNCHANGED objectVars /\ Queue!Enter(w, x)
Finish(w)   == UNCHANGED objectVars /\ Queue!Finish(w)

FlushBegin(c, i) ==
  /\ Valid(i)
  /\ Free(c)
  /\ UNCHANGED objectVars
  /\ Queue!FlushBegin(c, i)
FlushReturn(c) == UNCHANGED objectVars /\ Queue!FlushReturn(c)

(* Delete closes the item: nothing more is accepted, what was is run.       *)
DeleteBegin(c, i) ==
  /\ object[i] = "live"
  /\ Free(c)
  /\ object' = [object EXCEPT ![i] = "deleting"]
  /\ deleting' = [deleting EXCEPT ![c] = i]
  /\ UNCHANGED queueVars

(* From its own callback an item is deleted without waiting.                *)
DeleteSelf(w) ==
  /\ running[w] # Idle
  /\ object[running[w].item] = "live"
  /\ object' = [object EXCEPT ![running[w].item] = "deleting"]   \* [L4]
  /\ UNCHANGED <<queueVars, deleting>>

Dispose(i) ==
  /\ object[i] = "deleting"
  /\ Queue!Drained(i)                                  \* [L2] [L3]
  /\ object' = [object EXCEPT ![i] = "deleted"]
  /\ UNCHANGED <<queueVars, deleting>>

DeleteReturn(c) ==
  /\ deleting[c] # NoItem
  /\ object[deleting[c]] = "deleted"                   \* [L2]
  /\ deleting' = [deleting EXCEPT ![c] = NoItem]
  /\ UNCHANGED <<queueVars, object>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Create(i) \/ Accept(i) \/ Coalesce(i) \/ Refuse(i)
  \/ \E c \in Callers, i \in Items : FlushBegin(c, i) \/ DeleteBegin(c, i)
  \/ \E w \in Workers : DeleteSelf(w)

System ==
  \/ Dequeue
  \/ \E w \in Workers, x \in Queue!Instance : Enter(w, x)
  \/ \E i \in Items : Dispose(i)
  \/ \E w \in Workers : Finish(w)
  \/ \E c \in Callers : FlushReturn(c) \/ DeleteReturn(c)

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

EnterSome(x) == \E w \in Workers : Enter(w, x)
EnterItem(i) == \E x \in BagToSet(dequeued) : x.item = i /\ EnterSome(x)
EnterFor(c)  == \E x \in BagToSet(dequeued) : c \in x.awaitedBy /\ EnterSome(x)

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A i \in Items : SF_vars(EnterItem(i))
  /\ \A c \in Callers : SF_vars(EnterFor(c))
  /\ \A i \in Items : WF_vars(Dispose(i))
  /\ \A w \in Workers : WF_vars(Finish(w))
  /\ \A c \in Callers : WF_vars(FlushReturn(c)) /\ WF_vars(DeleteReturn(c))

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
(* [D1] No item is in the queue twice. *)
AtMostOncePending ==
  \A j, k \in DOMAIN queue : queue[j].item = queue[k].item => j = k

(* [S2] Callbacks under the device's serialization exclude one another. *)
MutualExclusion ==
  AutomaticSerialization => Cardinality({w \in Workers : running[w] # Idle}) <= 1

(* [L1] Nothing happens to an item before it is created. *)
NothingBeforeCreate ==
  \A i \in Items : object[i] = "absent" =>
    /\ Queue!Drained(i)
    /\ \A c \in Callers : flushing[c] # i /\ deleting[c] # i

(* [L3] Nothing is queued and nothing runs once an item is deleted. *)
NothingAfterDelete ==
  \A i \in Items : object[i] = "deleted" => Queue!Drained(i)

(* A thread is in one call at a time. *)
OneCallAtATime ==
  \A c \in Callers : flushing[c] = NoItem \/ deleting[c] = NoItem

(* [A1] [A2] [M1] Enqueue has exactly one outcome, if the caller may.      *)
EnqueueHasOneOutcome ==
  \A i \in Items :
    IF ENABLED Accept(i) THEN Valid(i) /\ ~ENABLED Coalesce(i) /\ ~ENABLED Refuse(i)
    ELSE IF Valid(i) /\ Queue!Enqueueable(i) THEN (ENABLED Coalesce(i)) # (ENABLED Refuse(i))
    ELSE ~ENABLED Coalesce(i) /\ ~ENABLED Refuse(i)

(* [L5] An object's life goes one way, and skips no stage. *)
Age(o) == CASE o = "absent" -> 0 [] o = "live" -> 1 [] o = "deleting" -> 2 [] o = "deleted" -> 3
LifeAdvances ==
  [][\A i \in Items : Age(object'[i]) \in {Age(object[i]), Age(object[i]) + 1}]_vars

(* [F2] [WDF-44] Whoever is free may flush an item that is there, also while *)
(* it is being deleted.                                                      *)
FlushIsAllowed ==
  \A c \in Callers, i \in Items :
    flushing[c] = NoItem /\ deleting[c] = NoItem =>
      (ENABLED FlushBegin(c, i) <=> object[i] \in {"live", "deleting"})

(* [L2] A delete that waits returns when nothing is outstanding. *)
DeleteWaits ==
  [][\A c \in Callers :
       deleting[c] # NoItem /\ deleting'[c] # deleting[c] => Queue!Drained(deleting[c])]_vars

(* [L4] A delete from the item's own callback leaves the callback running   *)
(* and its caller free.                                                     *)
SelfDeleteReturns ==
  [][\A w \in Workers : DeleteSelf(w) => running'[w] = running[w] /\ deleting' = deleting]_vars

(* [L2] [F2] [P1] Every delete and every flush returns; what is pending     *)
(* does not stay pending.                                                   *)
DeleteTerminates == \A c \in Callers : deleting[c] # NoItem ~> deleting[c] = NoItem
FlushTerminates  == Queue!FlushTerminates
PendingEnds      == Queue!PendingEnds

RefinesWorkQueue     == Queue!Spec
RefinesFairWorkQueue == Queue!Spec /\ Queue!FairnessWrittenOut
THEOREM Spec => Queue!Spec
THEOREM FairSpec => Queue!FairSpec
==============================================================================
