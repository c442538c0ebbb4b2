--------------------------- MODULE MCLinuxDelayedWork ---------------------------
(* Bounded models of LinuxDelayedWork, at the calls: only some items can be     *)
(* disabled, once.                                                              *)
EXTENDS LinuxDelayedWork, TLC

CONSTANT CanBeDisabled

Disable(i)      == i \in CanBeDisabled /\ disabled[i] = 0 /\ LW!Disable(i) /\ UNCHANGED timers
Enable(i)       == LW!Enable(i) /\ UNCHANGED timers
Dequeue         == LW!Dequeue /\ UNCHANGED timers
Enter(w, x)     == LW!Enter(w, x) /\ UNCHANGED timers
Finish(w)       == LW!Finish(w) /\ UNCHANGED timers
Discard(k)      == LW!Discard(k) /\ UNCHANGED timers
FlushBegin(c, i)  == LW!FlushBegin(c, i) /\ UNCHANGED timers
FlushReturn(c)    == LW!FlushReturn(c) /\ UNCHANGED timers
CancelBegin(c, i) == LW!CancelBegin(c, i) /\ UNCHANGED timers
DrainBegin(c)     == LW!DrainBegin(c) /\ UNCHANGED timers
DestroyBegin(c)   == LW!DestroyBegin(c) /\ UNCHANGED timers
DrainReturn(c)    == LW!DrainReturn(c) /\ UNCHANGED timers

OfItems ==
  \E i \in Items :
    \/ Accept(i) \/ Drop(i) \/ Coalesce(i) \/ Refuse(i) \/ CoalesceDelayed(i)
    \/ Arm(i) \/ Fire(i) \/ Lapse(i) \/ Stop(i) \/ Disable(i) \/ Enable(i)
    \/ \E w \in Workers : AcceptChained(w, i)
    \/ \E c \in Callers : FlushBegin(c, i) \/ CancelBegin(c, i)

OfTheQueue ==
  \/ Dequeue
  \/ \E k \in 1..Cardinality(Items) : Discard(k) \/ Rearm(k)   \* a constant set, so that TLC counts each action
  \/ \E w \in Workers : Finish(w) \/ \E x \in LW!Queue!Instance : Enter(w, x)
  \/ \E c \in Callers :
       FlushReturn(c) \/ CancelReturn(c) \/ DrainBegin(c) \/ DestroyBegin(c) \/ DrainReturn(c)

MCNext == OfItems \/ OfTheQueue
MCSpec == Init /\ [][MCNext]_vars
MCFairSpec == MCSpec /\ \A i \in Items : WF_vars(Ends(i))

Symmetry == Permutations(Workers)

-----------------------------------------------------------------------------
(* Goals: each is claimed to be out of reach, and a model refutes it.        *)
NeverDelayedWhileRunning ==
  \A w \in Workers : running[w] # Idle => running[w].item \notin timers
==============================================================================
