--------------------------- MODULE WorkQueueHistory ---------------------------
(***************************************************************************)
(* WorkQueue and what a witness would write down.  Every action of         *)
(* WorkQueue is repeated with one more conjunct, which only records, so    *)
(* the behaviours are the same (OnlyRecords, RefinesWorkQueue); the        *)
(* records say what is owed to the callers, from the outcomes that they    *)
(* were given, and not from the queue.                                     *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags

CONSTANTS
  Items, Workers, Callers, Scopes, ScopeOf, Dedup, Exclusion, Groups, GroupOf,
  MayDiscard, Idle, NoItem   \* as in WorkQueue

VARIABLES
  open, queue, dequeued, running, flushing,   \* as in WorkQueue
  owed,       \* the items with an enqueue that no run has begun after yet
  log,        \* the items that were accepted, the earliest first
  taken,      \* the items that were dequeued, the earliest first
  begun,      \* [Items -> runs that began]
  ended,      \* [Items -> runs that ended]
  discarded   \* [Items -> instances that were discarded]

queueVars == <<open, queue, dequeued, running, flushing>>
records   == <<log, taken, begun, ended, discarded>>
vars      == <<queueVars, owed, records>>

Queue == INSTANCE WorkQueue

Waiting(i) == Queue!Pending(i) \/ \E x \in BagToSet(dequeued) : x.item = i

TypeOK ==
  /\ Queue!TypeOK
  /\ owed \subseteq Items
  /\ log \in Seq(Items)
  /\ taken \in Seq(Items)
  /\ begun \in [Items -> Nat]
  /\ ended \in [Items -> Nat]
  /\ discarded \in [Items -> Nat]

Init ==
  /\ Queue!Init
  /\ owed = {}
  /\ log = <<>>
  /\ taken = <<>>
  /\ begun = [i \in Items |-> 0]
  /\ ended = [i \in Items |-> 0]
  /\ discarded = [i \in Items |-> 0]

(* A model may forget these, where it is only about what is owed.           *)
Record(seq, i) == Append(seq, i)
Count(f, i)    == [f EXCEPT ![i] = @ + 1]

-----------------------------------------------------------------------------
Accept(i) ==
  /\ Queue!Accept(i)
  /\ owed' = owed \cup {i}                             \* [P1]
  /\ log' = Record(log, i)
  /\ UNCHANGED <<taken, begun, ended, discarded>>

(* What a caller may believe of a coalesced enqueue is what it may believe  *)
(* of an accepted one.                                                      *)
Coalesce(i) ==
  /\ Queue!Coalesce(i)
  /\ owed' = owed \cup {i}                             \* [P1]
  /\ UNCHANGED records

Refuse(i) == Queue!Refuse(i) /\ UNCHANGED <<owed, records>>

Dequeue ==
  /\ Queue!Dequeue
  /\ taken' = Record(taken, queue[Queue!Turn].item)
  /\ UNCHANGED <<owed, log, begun, ended, discarded>>

(* A run answers all enqueues of its item before it.                        *)
Enter(w, x) ==
  /\ Queue!Enter(w, x)
  /\ owed' = owed \ {x.item}                           \* [P1]
  /\ begun' = Count(begun, x.item)
  /\ UNCHANGED <<log, taken, ended, discarded>>

Finish(w) ==
  /\ Queue!Finish(w)
  /\ ended' = Count(ended, running[w].item)
  /\ UNCHANGED <<owed, log, taken, begun, discarded>>

FlushBegin(c, i) == Queue!FlushBegin(c, i) /\ UNCHANGED <<owed, records>>
FlushReturn(c)   == Queue!FlushReturn(c) /\ UNCHANGED <<owed, records>>
Open(s)          == Queue!Open(s) /\ UNCHANGED <<owed, records>>
Close(s)         == Queue!Close(s) /\ UNCHANGED <<owed, records>>

(* With the last instance of an item goes what is owed for it.              *)
Discard(k) ==
  /\ Queue!Discard(k)
  /\ owed' = {i \in owed : i # queue[k].item \/ Waiting(i)'}   \* [C2]
  /\ discarded' = Count(discarded, queue[k].item)
  /\ UNCHANGED <<log, taken, begun, ended>>

-----------------------------------------------------------------------------
Environment ==
  \/ \E i \in Items : Accept(i) \/ Coalesce(i) \/ Refuse(i)
  \/ \E c \in Callers, i \in Items : FlushBegin(c, i)
  \/ \E s \in Scopes : Open(s) \/ Close(s)

DiscardSome == \E k \in DOMAIN queue : Discard(k)

System ==
  \/ Dequeue
  \/ \E w \in Workers, x \in Queue!Instance : Enter(w, x)
  \/ \E w \in Workers : Finish(w)
  \/ \E c \in Callers : FlushReturn(c)
  \/ DiscardSome

Next == Environment \/ System

Spec == Init /\ [][Next]_vars

FairSpec == Spec /\ Queue!Fairness

-----------------------------------------------------------------------------
Number(seq, i) == Cardinality({k \in DOMAIN seq : seq[k] = i})
Pending        == [k \in DOMAIN queue |-> queue[k].item]
Dequeued(i)    == BagCardinality([x \in {y \in BagToSet(dequeued) : y.item = i} |-> dequeued[x]])
RunningOf(i)   == Cardinality({w \in Workers : running[w] # Idle /\ running[w].item = i})

(* [P1] What is owed is under way: no wake-up is lost. *)
OwedIsWaiting == \A i \in owed : Waiting(i)

(* [P1] [C2] The witness forgets nothing: what is owed is so until a run of *)
(* the item begins, or its last instance is discarded.                      *)
OwedIsRemembered ==
  [][\A i \in owed :
       i \notin owed' =>
         begun'[i] > begun[i] \/ (discarded'[i] > discarded[i] /\ ~Waiting(i)')]_vars

(* [A1] [C1] [C2] What was accepted is pending, dequeued, or has begun; or  *)
(* it was discarded.                                                        *)
NoLoss ==
  \A i \in Items :
    Number(log, i) = Number(Pending, i) + Dequeued(i) + begun[i] + discarded[i]

(* [R1] [R2] At every moment fewer runs have begun than were accepted, or as *)
(* many: so each run can be paired with an accepted enqueue before it.      *)
NoInvention == \A i \in Items : begun[i] <= Number(log, i)

(* [R3] A run that began and has not ended is under way. *)
RunsEndOnce == \A i \in Items : begun[i] = ended[i] + RunningOf(i)

(* [C2] Nothing is discarded, except where a profile may. *)
DiscardsAreAllowed == MayDiscard \/ \A i \in Items : discarded[i] = 0

(* [O1] What was dequeued, and then what is pending, is what was accepted,  *)
(* in that order; or what is left of it where some was discarded.           *)
RECURSIVE IsSubsequence(_, _)
IsSubsequence(s, t) ==
  \/ s = <<>>
  \/ /\ t # <<>>
     /\ IF Head(s) = Head(t) THEN IsSubsequence(Tail(s), Tail(t)) ELSE IsSubsequence(s, Tail(t))

FIFO == IF MayDiscard THEN IsSubsequence(taken \o Pending, log) ELSE taken \o Pending = log

(* [P1] Every enqueue, also a coalesced one, is followed by a run that      *)
(* begins after it; unless what was accepted is discarded.                  *)
EveryEnqueueAnswered == \A i \in Items : i \in owed ~> i \notin owed

(* The records stand in nobody's way. *)
OnlyRecords ==
  /\ \A i \in Items :
       /\ ENABLED Accept(i) <=> ENABLED Queue!Accept(i)
       /\ ENABLED Coalesce(i) <=> ENABLED Queue!Coalesce(i)
       /\ ENABLED Refuse(i) <=> ENABLED Queue!Refuse(i)
  /\ ENABLED Dequeue <=> ENABLED Queue!Dequeue
  /\ \A w \in Workers :
       /\ \A x \in BagToSet(dequeued) : ENABLED Enter(w, x) <=> ENABLED Queue!Enter(w, x)
       /\ ENABLED Finish(w) <=> ENABLED Queue!Finish(w)
  /\ \A c \in Callers :
       /\ \A i \in Items : ENABLED FlushBegin(c, i) <=> ENABLED Queue!FlushBegin(c, i)
       /\ ENABLED FlushReturn(c) <=> ENABLED Queue!FlushReturn(c)
  /\ \A s \in Scopes :
       /\ ENABLED Open(s) <=> ENABLED Queue!Open(s)
       /\ ENABLED Close(s) <=> ENABLED Queue!Close(s)
  /\ \A k \in DOMAIN queue : ENABLED Discard(k) <=> ENABLED Queue!Discard(k)

RefinesWorkQueue == Queue!Spec
THEOREM Spec => Queue!Spec
==============================================================================
