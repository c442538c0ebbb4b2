-------------------------- MODULE WorkQueueContract --------------------------
(***************************************************************************)
(* What a client may rely on: an accepted item starts once, later; after   *)
(* its scope closed it may be dropped only where the profile says so; runs *)
(* of one group exclude one another.  With fairness: what may start again  *)
(* and again starts, or is dropped, and runs end.  No queue, no workers,   *)
(* no order.                                                               *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS Items, Scopes, ScopeOf, Exclusion, Groups, GroupOf, MayDiscard

VARIABLES
  open,       \* the scopes that accept items
  pending,    \* [Items -> how often accepted and neither started nor dropped]
  executing   \* [Items -> how many runs are under way]

vars == <<open, pending, executing>>

TypeOK ==
  /\ open \subseteq Scopes
  /\ pending \in [Items -> Nat]
  /\ executing \in [Items -> Nat]

Init ==
  /\ open = {}
  /\ pending = [i \in Items |-> 0]
  /\ executing = [i \in Items |-> 0]

Accept(i) ==
  /\ ScopeOf[i] \in open
  /\ pending' = [pending EXCEPT ![i] = @ + 1]
  /\ UNCHANGED <<open, executing>>

CanStart(i) ==
  /\ pending[i] > 0
  /\ Exclusion # "none" =>
       \A j \in Items : GroupOf[j] = GroupOf[i] => executing[j] = 0

CanDrop(i) ==
  /\ MayDiscard
  /\ ScopeOf[i] \notin open
  /\ pending[i] > 0

Start(i) ==
  /\ CanStart(i)
  /\ pending' = [pending EXCEPT ![i] = @ - 1]
  /\ executing' = [executing EXCEPT ![i] = @ + 1]
  /\ UNCHANGED open

Finish(i) ==
  /\ executing[i] > 0
  /\ executing' = [executing EXCEPT ![i] = @ - 1]
  /\ UNCHANGED <<open, pending>>

Drop(i) ==
  /\ CanDrop(i)
  /\ pending' = [pending EXCEPT ![i] = @ - 1]
  /\ UNCHANGED <<open, executing>>

OpenOrClose(s) ==
  /\ open' \in {open \cup {s}, open \ {s}}
  /\ UNCHANGED <<pending, executing>>

Next ==
  \/ \E i \in Items : Accept(i) \/ Start(i) \/ Finish(i) \/ Drop(i)
  \/ \E s \in Scopes : OpenOrClose(s)

Spec == Init /\ [][Next]_vars

(* [P1] Strong, for others of its group may run whenever it could start. *)
Fairness ==
  /\ \A i \in Items : SF_vars(Start(i) \/ Drop(i))
  /\ \A i \in Items : WF_vars(Finish(i))

FairSpec == Spec /\ Fairness

(* The same with ENABLED written out; WorkQueue says why. *)
FairnessWrittenOut ==
  /\ \A i \in Items :
       <>[]~(CanStart(i) \/ CanDrop(i)) \/ []<><<Start(i) \/ Drop(i)>>_vars
  /\ \A i \in Items : []<>(executing[i] = 0) \/ []<><<Finish(i)>>_vars

WrittenOutAsEnabled ==
  \A i \in Items :
    /\ CanStart(i) \/ CanDrop(i) <=> ENABLED <<Start(i) \/ Drop(i)>>_vars
    /\ executing[i] > 0 <=> ENABLED <<Finish(i)>>_vars

-----------------------------------------------------------------------------
(* [S1] [S2] Runs of one group exclude one another. *)
MutualExclusion ==
  Exclusion # "none" =>
    \A i, j \in Items :
      executing[i] > 0 /\ executing[j] > 0 /\ GroupOf[i] = GroupOf[j] =>
        i = j /\ executing[i] = 1
==============================================================================
