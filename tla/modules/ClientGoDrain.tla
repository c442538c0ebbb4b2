---------------------------- MODULE ClientGoDrain ----------------------------
(***************************************************************************)
(* The algorithm of client-go's queue as it is, with its lock and its one  *)
(* condition variable, where it differs from ClientGo: ShutDownWithDrain   *)
(* waits while something is processed, and looks neither at the queue nor  *)
(* at what is dirty; Done wakes one waiter; and Done does not look whether *)
(* its key is processed.  Each is a defect that a model finds.  Waits for  *)
(* Exact, WakesAll and Guards to be TRUE: then it refines ClientGo.        *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Items, Workers, Callers,
  Exact,     \* a drain waits for the queue as well
  WakesAll,  \* Done wakes all waiters
  Guards,    \* Done ignores a key that is not processed
  Nothing

VARIABLES
  queue, dirty, closed, drain,
  processing,  \* the set of keys
  holds,       \* [Workers -> the key that the worker processes, or Nothing]
  asleep,      \* the threads that wait for the condition: workers in Get, callers in a drain
  draining     \* the callers that drain, asleep or not

vars == <<queue, dirty, closed, drain, processing, holds, asleep, draining>>

Init ==
  /\ queue = <<>>
  /\ dirty = {}
  /\ closed = FALSE
  /\ drain = FALSE
  /\ processing = {}
  /\ holds = [w \in Workers |-> Nothing]
  /\ asleep = {}
  /\ draining = {}

(* Signal wakes one of those that sleep, if there is one. *)
Signal    == IF asleep = {} THEN asleep' = {} ELSE \E t \in asleep : asleep' = asleep \ {t}
Broadcast == asleep' = {}

Add(i) ==
  /\ ~closed
  /\ i \notin dirty
  /\ dirty' = dirty \cup {i}
  /\ IF i \in processing THEN UNCHANGED <<queue, asleep>> ELSE queue' = Append(queue, i) /\ Signal
  /\ UNCHANGED <<closed, drain, processing, holds, draining>>

Get(w) ==
  /\ holds[w] = Nothing /\ w \notin asleep
  /\ queue # <<>>
  /\ holds' = [holds EXCEPT ![w] = Head(queue)]
  /\ processing' = processing \cup {Head(queue)}
  /\ dirty' = dirty \ {Head(queue)}
  /\ queue' = Tail(queue)
  /\ UNCHANGED <<closed, drain, asleep, draining>>

GetSleeps(w) ==
  /\ holds[w] = Nothing /\ w \notin asleep
  /\ queue = <<>> /\ ~closed
  /\ asleep' = asleep \cup {w}
  /\ UNCHANGED <<queue, dirty, closed, drain, processing, holds, draining>>

DoneOf(i) ==
  /\ processing' = processing \ {i}
  /\ IF i \in dirty THEN queue' = Append(queue, i) ELSE UNCHANGED queue
  /\ IF i \notin dirty /\ processing' # {} THEN UNCHANGED asleep
     ELSE IF WakesAll THEN Broadcast ELSE Signal
  /\ UNCHANGED <<dirty, closed, drain, draining>>

Done(w) ==
  /\ holds[w] # Nothing
  /\ holds' = [holds EXCEPT ![w] = Nothing]
  /\ DoneOf(holds[w])

(* The caller's error: Done of what it was not handed. *)
StrayDone(i) ==
  /\ \A w \in Workers : holds[w] # i
  /\ ~Guards
  /\ UNCHANGED holds
  /\ DoneOf(i)

ShutDownWithDrain(c) ==
  /\ ~closed \/ drain
  /\ c \notin draining
  /\ closed' = TRUE
  /\ drain' = TRUE
  /\ draining' = draining \cup {c}
  /\ Broadcast
  /\ UNCHANGED <<queue, dirty, processing, holds>>

MustWait == processing # {} \/ (Exact /\ dirty # {})

DrainSleeps(c) ==
  /\ c \in draining \ asleep
  /\ MustWait
  /\ asleep' = asleep \cup {c}
  /\ UNCHANGED <<queue, dirty, closed, drain, processing, holds, draining>>

DrainReturns(c) ==
  /\ c \in draining \ asleep
  /\ ~MustWait
  /\ draining' = draining \ {c}
  /\ UNCHANGED <<queue, dirty, closed, drain, processing, holds, asleep>>

Next ==
  \/ \E i \in Items : Add(i) \/ StrayDone(i)
  \/ \E w \in Workers : Get(w) \/ GetSleeps(w) \/ Done(w)
  \/ \E c \in Callers : ShutDownWithDrain(c) \/ DrainSleeps(c) \/ DrainReturns(c)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
(* [CG-9] Who drained sees an empty queue. *)
DrainWaits ==
  [][\A c \in draining : c \notin draining' => dirty = {} /\ processing = {}]_vars

(* [CG-9] Nobody sleeps in a drain when there is nothing left to wait for.  *)
NobodySleepsForEver ==
  processing = {} /\ dirty = {} /\ queue = <<>> => asleep \cap draining = {}

(* [D1] No key is in the queue twice. *)
AtMostOncePending == \A j, k \in DOMAIN queue : queue[j] = queue[k] => j = k

(* [S3] No two workers process one key. *)
MutualExclusion ==
  \A v, w \in Workers : holds[v] # Nothing /\ holds[v] = holds[w] => v = w

Plain == INSTANCE ClientGo
RefinesClientGo == Plain!Spec
==============================================================================
