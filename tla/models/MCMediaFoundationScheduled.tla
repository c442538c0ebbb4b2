--------------------- MODULE MCMediaFoundationScheduled ---------------------
(* Bounded models of MediaFoundationScheduled, at the calls.                 *)
EXTENDS MediaFoundationScheduled, TLC

CONSTANTS MaxStartups, MaxItems

S == INSTANCE MediaFoundationScheduled

Usual == [i \in Items |-> 0]
Tells == [i \in Results |-> CHOOSE c \in Items : c \notin Results]

Outstanding == Len(queue[CallbackQueue]) + MF!Load + Cardinality({k \in Keys : IsDeferred(k)})

MCDefer(k, i, timed) == Outstanding < MaxItems /\ S!Defer(k, i, timed)

Startup        == startups < MaxStartups /\ MF!Startup /\ UNCHANGED deferred
Shutdown       == MF!Shutdown /\ UNCHANGED deferred
Accept(q, i)   == Outstanding < MaxItems /\ MF!Accept(q, i) /\ UNCHANGED deferred
Dequeue(q, k)  == MF!Dequeue(q, k) /\ UNCHANGED deferred
Enter(w, q, i) == MF!Enter(w, q, i) /\ UNCHANGED deferred
Finish(w)      == MF!Finish(w) /\ UNCHANGED deferred
Discard(q, k)  == MF!Discard(q, k) /\ UNCHANGED deferred

OfQueues ==
  \/ Startup \/ Shutdown
  \/ \E q \in PlatformQueues, i \in Results : Accept(q, i)
  \/ \E q \in PlatformQueues : \E k \in DOMAIN queue[q] : Dequeue(q, k) \/ Discard(q, k)
  \/ \E w \in Workers, q \in PlatformQueues, i \in Items : Enter(w, q, i)
  \/ \E w \in Workers : Finish(w)

OfKeys ==
  \E k \in Keys :
    \/ \E i \in Results, timed \in BOOLEAN : Defer(k, i, timed)
    \/ Fire(k) \/ Lapse(k)
    \/ Cancel(k) \/ CancelTooLate(k) \/ RefuseCancel(k) \/ RefuseCancelShutdown(k)

MCNext == OfQueues \/ OfKeys
MCSpec == Init /\ [][MCNext]_vars
MCFairSpec == MCSpec /\ \A k \in Keys : WF_vars(TimeComes(k))

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)

NeverTold == \A w \in Workers : running[w] # Idle => running[w].item \in Results
NeverDeferredAfterShutdown == ~MF!Started => \A k \in Keys : ~IsDeferred(k)
==============================================================================
