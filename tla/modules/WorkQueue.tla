------------------------------ MODULE WorkQueue ------------------------------
(***************************************************************************)
(* One queue of work items, the workers that run them, and everything a    *)
(* caller can be told.  An item waits in the queue as an instance; a       *)
(* worker takes the instance off the queue (Dequeue), calls the item's     *)
(* callback (Enter) and returns from it (Finish).  An item can be pending  *)
(* and running at once.                                                    *)
(*                                                                         *)
(* The families are this module with its constants fixed and an object     *)
(* life cycle on top: see Kmdf and MediaFoundation.  Comments in brackets  *)
(* name the rules of spec/RULES.md that a conjunct states.                 *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  Items,       \* what can be enqueued
  Workers,     \* what runs items; each runs one instance at a time
  Callers,     \* threads that can wait for an item with flush
  Scopes,      \* what opens and closes as one
  ScopeOf,     \* [Items -> Scopes]
  Dedup,       \* what enqueue does to a pending item: "distinct" | "coalesce" |
               \* "exclusive" (the caller must not do it)
  Exclusion,   \* where runs that exclude one another wait: "none" | "dequeue" |
               \* "item" (as dequeue, and what waits lets others pass) | "enter"
  Groups,      \* runs of items in one group exclude one another
  GroupOf,     \* [Items -> Groups]
  MayDiscard,  \* may a closed scope drop what is pending?
  Idle,        \* what a worker without a run holds
  NoItem       \* what a caller that does not wait waits for

ASSUME /\ Dedup \in {"distinct", "coalesce", "exclusive"}
       /\ Exclusion \in {"none", "dequeue", "item", "enter"}
       /\ ScopeOf \in [Items -> Scopes]
       /\ GroupOf \in [Items -> Groups]
       /\ Exclusion = "item" => GroupOf = [i \in Items |-> i]
       /\ MayDiscard \in BOOLEAN
       /\ NoItem \notin Items

VARIABLES
  open,      \* the scopes that accept items
  queue,     \* pending instances, the oldest first
  dequeued,  \* bag of instances that are off the queue, callback not yet called
  running,   \* [Workers -> the instance that the worker runs, or Idle]
  flushing   \* [Callers -> the item that the caller waits for, or NoItem]

vars == <<open, queue, dequeued, running, flushing>>

(* An instance remembers the callers that wait for it to finish. *)
Instance == [item : Items, awaitedBy : SUBSET Callers]
Fresh(i) == [item |-> i, awaitedBy |-> {}]

Running     == {running[w] : w \in Workers} \ {Idle}
Outstanding == {queue[k] : k \in DOMAIN queue} \cup BagToSet(dequeued) \cup Running

Busy        == {w \in Workers : running[w] # Idle}

Pending(i)  == \E k \in DOMAIN queue : queue[k].item = i
Waiting(i)  == Pending(i) \/ \E x \in BagToSet(dequeued) : x.item = i
Drained(s)  == \A x \in Outstanding : ScopeOf[x.item] # s
Excluded(i, others) == \E x \in others : GroupOf[x.item] = GroupOf[i]

Remove(seq, k) == SubSeq(seq, 1, k - 1) \o SubSeq(seq, k + 1, Len(seq))

TypeOK ==
  /\ open \subseteq Scopes
  /\ queue \in Seq(Instance)
  /\ IsABag(dequeued) /\ BagToSet(dequeued) \subseteq Instance
  /\ running \in [Workers -> Instance \cup {Idle}]
  /\ flushing \in [Callers -> Items \cup {NoItem}]

Init ==
  /\ open = {}
  /\ queue = <<>>
  /\ dequeued = EmptyBag
  /\ running = [w \in Workers |-> Idle]
  /\ flushing = [c \in Callers |-> NoItem]

-----------------------------------------------------------------------------
(* Enqueue: one action for each outcome.  To enqueue an exclusive item that *)
(* waits for its callback is the caller's error and has none: it has one    *)
(* place only, and its caller sees no dequeue, only that the callback began.*)

Enqueueable(i) == Dedup = "exclusive" => ~Waiting(i)             \* [WDF-10]

Accept(i) ==
  /\ ScopeOf[i] \in open                                         \* [A1]
  /\ Dedup = "coalesce" => ~Pending(i)                           \* [D1]
  /\ Enqueueable(i)
  /\ queue' = Append(queue, Fresh(i))                            \* [O1]
  /\ UNCHANGED <<open, dequeued, running, flushing>>

Coalesce(i) ==
  /\ Dedup = "coalesce"                                          \* [D3]
  /\ Pending(i)                                                  \* [D2]
  /\ UNCHANGED vars

Refuse(i) ==
  /\ ScopeOf[i] \notin open                                      \* [A2]
  /\ Dedup = "coalesce" => ~Pending(i)                           \* [D2]
  /\ Enqueueable(i)
  /\ UNCHANGED vars

-----------------------------------------------------------------------------
(* Workers. *)

Waits(k) == Excluded(queue[k].item, BagToSet(dequeued) \cup Running)

(* Whose turn it is: the oldest's, or where only items exclude themselves,  *)
(* that of the oldest that does not wait for its own run.                   *)
Turn ==
  LET Ready == {k \in DOMAIN queue : ~Waits(k)}
  IN IF Exclusion = "item" /\ Ready # {}
     THEN CHOOSE k \in Ready : \A j \in Ready : k <= j
     ELSE 1

CanDequeue ==
  /\ queue # <<>>                                                \* [R1]
  /\ BagCardinality(dequeued) + Cardinality(Busy) < Cardinality(Workers)
  /\ Exclusion \in {"dequeue", "item"} => ~Waits(Turn)           \* [S1]

Dequeue ==
  /\ CanDequeue
  /\ queue' = Remove(queue, Turn)                                \* [O1]
  /\ dequeued' = dequeued (+) SetToBag({queue[Turn]})
  /\ UNCHANGED <<open, running, flushing>>

CanEnter(w, x) ==
  /\ BagIn(x, dequeued)                                          \* [R1] [R2]
  /\ running[w] = Idle
  /\ Exclusion = "enter" => ~Excluded(x.item, Running)           \* [S2]

Enter(w, x) ==
  /\ CanEnter(w, x)
  /\ dequeued' = dequeued (-) SetToBag({x})
  /\ running' = [running EXCEPT ![w] = x]
  /\ UNCHANGED <<open, queue, flushing>>

Finish(w) ==
  /\ running[w] # Idle                                           \* [R3]
  /\ running' = [running EXCEPT ![w] = Idle]
  /\ UNCHANGED <<open, queue, dequeued, flushing>>

-----------------------------------------------------------------------------
(* Flush waits for what is outstanding when it begins, and for no more: an  *)
(* item that keeps enqueueing itself does not hold it for ever.             *)

Each(Mark(_)) ==
  /\ queue' = [k \in DOMAIN queue |-> Mark(queue[k])]
  /\ dequeued' = BagOfAll(Mark, dequeued)
  /\ running' = [w \in Workers |->
                  IF running[w] = Idle THEN Idle ELSE Mark(running[w])]

FlushBegin(c, i) ==
  LET Mark(x) == IF x.item = i THEN [x EXCEPT !.awaitedBy = @ \cup {c}] ELSE x
  IN /\ flushing[c] = NoItem
     /\ flushing' = [flushing EXCEPT ![c] = i]
     /\ Each(Mark)
     /\ UNCHANGED open

CanReturn(c) ==
  /\ flushing[c] # NoItem
  /\ \A x \in Outstanding : c \notin x.awaitedBy                 \* [F1]

FlushReturn(c) ==
  /\ CanReturn(c)
  /\ flushing' = [flushing EXCEPT ![c] = NoItem]
  /\ UNCHANGED <<open, queue, dequeued, running>>

-----------------------------------------------------------------------------
(* Open and close.  Closing drains: what was accepted stays and runs.  Only *)
(* a profile that says so may drop it.                                      *)

Open(s) ==
  /\ s \notin open
  /\ open' = open \cup {s}
  /\ UNCHANGED <<queue, dequeued, running, flushing>>

Close(s) ==
  /\ s \in open
  /\ open' = open \ {s}
  /\ UNCHANGED <<queue, dequeued, running, flushing>>            \* [C1]

Discard(k) ==
  /\ MayDiscard                                                  \* [C2]
  /\ k \in DOMAIN queue
  /\ ScopeOf[queue[k].item] \notin open                          \* [C2]
  /\ queue' = Remove(queue, k)
  /\ UNCHANGED <<open, dequeued, running, flushing>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Accept(i) \/ Coalesce(i) \/ Refuse(i)
  \/ \E c \in Callers, i \in Items : FlushBegin(c, i)
  \/ \E s \in Scopes : Open(s) \/ Close(s)

DiscardSome == \E k \in DOMAIN queue : Discard(k)

System ==
  \/ Dequeue
  \/ \E w \in Workers, x \in Instance : Enter(w, x)
  \/ \E w \in Workers : Finish(w)
  \/ \E c \in Callers : FlushReturn(c)
  \/ DiscardSome

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

(* Callbacks return; workers keep working.  Which of several waiting        *)
(* instances enters next is left open, but no item is passed over for ever, *)
(* and no caller.  (Not: no instance.  A flush that begins changes it.)     *)
EnterSome(x) == \E w \in Workers : Enter(w, x)
EnterItem(i) == \E x \in BagToSet(dequeued) : x.item = i /\ EnterSome(x)
EnterFor(c)  == \E x \in BagToSet(dequeued) : c \in x.awaitedBy /\ EnterSome(x)

Fairness ==
  /\ WF_vars(Dequeue)
  /\ \A i \in Items : SF_vars(EnterItem(i))
  /\ \A c \in Callers : SF_vars(EnterFor(c))
  /\ \A w \in Workers : WF_vars(Finish(w))
  /\ \A c \in Callers : WF_vars(FlushReturn(c))

FairSpec == Spec /\ Fairness

(* Fairness once more, with ENABLED written out, for refinements.  Where one*)
(* maps a variable to an expression, TLC takes an action that is enabled to *)
(* be disabled, so that it would find any behaviour to be fair.             *)
CanEnterSome(x) == \E w \in Workers : CanEnter(w, x)
CanEnterItem(i) == \E x \in BagToSet(dequeued) : x.item = i /\ CanEnterSome(x)
CanEnterFor(c)  == \E x \in BagToSet(dequeued) : c \in x.awaitedBy /\ CanEnterSome(x)

FairnessWrittenOut ==
  /\ []<>~CanDequeue \/ []<><<Dequeue>>_vars
  /\ \A i \in Items : <>[]~CanEnterItem(i) \/ []<><<EnterItem(i)>>_vars
  /\ \A c \in Callers : <>[]~CanEnterFor(c) \/ []<><<EnterFor(c)>>_vars
  /\ \A w \in Workers : []<>(running[w] = Idle) \/ []<><<Finish(w)>>_vars
  /\ \A c \in Callers : []<>~CanReturn(c) \/ []<><<FlushReturn(c)>>_vars

WrittenOutAsEnabled ==
  /\ CanDequeue <=> ENABLED <<Dequeue>>_vars
  /\ \A i \in Items : CanEnterItem(i) <=> ENABLED <<EnterItem(i)>>_vars
  /\ \A c \in Callers : CanEnterFor(c) <=> ENABLED <<EnterFor(c)>>_vars
  /\ \A w \in Workers : running[w] # Idle <=> ENABLED <<Finish(w)>>_vars
  /\ \A c \in Callers : CanReturn(c) <=> ENABLED <<FlushReturn(c)>>_vars

-----------------------------------------------------------------------------
(* What follows. *)

(* [D1] [WDF-10] Unless instances are distinct, an item is queued at most   *)
(* once.                                                                    *)
AtMostOncePending ==
  Dedup # "distinct" =>
    \A j, k \in DOMAIN queue : queue[j].item = queue[k].item => j = k

(* [A1] [A2] [D1] [D2] [D3] Enqueue has exactly one outcome, if the caller  *)
(* may.                                                                     *)
EnqueueHasOneOutcome ==
  \A i \in Items :
    IF ENABLED Accept(i) THEN ~ENABLED Coalesce(i) /\ ~ENABLED Refuse(i)
    ELSE IF Enqueueable(i) THEN (ENABLED Coalesce(i)) # (ENABLED Refuse(i))
    ELSE ~ENABLED Coalesce(i) /\ ~ENABLED Refuse(i)

(* [A1] [A2] Scopes open and close by calls that do nothing else. *)
OpensAlone ==
  [][open' # open => UNCHANGED <<queue, dequeued, running, flushing>>]_vars

(* What is off the queue has a worker, or one that is free for it. *)
WorkersSuffice ==
  BagCardinality(dequeued) + Cardinality(Busy) <= Cardinality(Workers)

(* [S1] [S2] Runs of one group exclude one another. *)
MutualExclusion ==
  Exclusion # "none" =>
    \A v, w \in Workers :
      running[v] # Idle /\ running[w] # Idle /\ v # w =>
        GroupOf[running[v].item] # GroupOf[running[w].item]

(* [F1] A caller is awaited only while it waits, and only by its item. *)
FlushMarks ==
  \A x \in Outstanding : \A c \in x.awaitedBy : flushing[c] = x.item

(* [F1] A flush waits for everything that is outstanding when it begins ... *)
FlushAwaitsOutstanding ==
  [][\A c \in Callers :
       flushing[c] = NoItem /\ flushing'[c] # NoItem =>
         \A x \in Outstanding' : x.item = flushing'[c] => c \in x.awaitedBy]_vars

(* ... until it has finished, or was dropped. *)
AwaitedBy(c) ==
  Cardinality({k \in DOMAIN queue : c \in queue[k].awaitedBy})
  + BagCardinality([x \in {y \in BagToSet(dequeued) : c \in y.awaitedBy} |-> dequeued[x]])
  + Cardinality({w \in Busy : c \in running[w].awaitedBy})
Total == Len(queue) + BagCardinality(dequeued) + Cardinality(Busy)

AwaitedUntilFinished ==
  [][\A c \in Callers :
       flushing'[c] = flushing[c] => AwaitedBy(c)' = AwaitedBy(c) \/ Total' < Total]_vars

(* [F2] Every flush returns, however often its item is enqueued again. *)
FlushTerminates == \A c \in Callers : flushing[c] # NoItem ~> flushing[c] = NoItem

(* [P1] What is pending does not stay pending.  For coalescing queues only: *)
(* a distinct item can be put anew before each dequeue.                     *)
PendingEnds == \A i \in Items : Pending(i) ~> ~Pending(i)

(* [C3] A scope that stays closed drains. *)
ClosedDrains ==
  \A s \in Scopes : []<>(s \in open) \/ []<>Drained(s)

-----------------------------------------------------------------------------
(* What a client may rely on, without the queue in between. *)

Contract == INSTANCE WorkQueueContract WITH
  pending   <- [i \in Items |->
                 Cardinality({k \in DOMAIN queue : queue[k].item = i})
                 + BagCardinality([x \in {y \in BagToSet(dequeued) : y.item = i} |-> dequeued[x]])],
  executing <- [i \in Items |->
                 Cardinality({w \in Workers : running[w] # Idle /\ running[w].item = i})]

RefinesContract == Contract!Spec
THEOREM Spec => Contract!Spec

RefinesFairContract == Contract!FairnessWrittenOut
THEOREM FairSpec => Contract!FairSpec
==============================================================================
