------------------------ MODULE MediaFoundationReply ------------------------
(***************************************************************************)
(* A serial queue some of whose callbacks reply (MFASYNC_REPLY_CALLBACK):  *)
(* it does not go on when such a callback returns, but when the result     *)
(* that the callback was given is invoked.                                 *)
(***************************************************************************)
EXTENDS Sequences

CONSTANTS
  Items,
  Repliers,  \* the items whose callbacks reply
  None

ASSUME Repliers \subseteq Items

VARIABLES
  queue,     \* pending items, the oldest first
  running,   \* the item whose callback is under way, or None
  replying   \* the item whose reply the queue waits for, or None

vars == <<queue, running, replying>>

TypeOK ==
  /\ queue \in Seq(Items)
  /\ running \in Items \cup {None}
  /\ replying \in Repliers \cup {None}

Init == queue = <<>> /\ running = None /\ replying = None

Put(i) ==
  /\ queue' = Append(queue, i)
  /\ UNCHANGED <<running, replying>>

Begin ==
  /\ queue # <<>>
  /\ running = None                                    \* [MF-28]
  /\ replying = None                                   \* [MF-38]
  /\ running' = Head(queue)
  /\ replying' = IF Head(queue) \in Repliers THEN Head(queue) ELSE None
  /\ queue' = Tail(queue)

Return ==
  /\ running # None
  /\ running' = None
  /\ UNCHANGED <<queue, replying>>

(* From the callback, or later and from another thread. *)
Reply ==
  /\ replying # None
  /\ replying' = None
  /\ UNCHANGED <<queue, running>>

Next == Begin \/ Return \/ Reply \/ \E i \in Items : Put(i)

Spec == Init /\ [][Next]_vars

(* Callbacks return, replies come. *)
FairSpec == Spec /\ WF_vars(Begin) /\ WF_vars(Return) /\ WF_vars(Reply)

-----------------------------------------------------------------------------
(* [MF-38] The next callback waits for the reply of the one before. *)
NextWaitsForReply ==
  [][running' # running /\ running' # None => replying = None]_vars

(* [MF-39] With every reply the queue goes on; without one it does not. *)
QueueGoesOn == []<>(queue = <<>>) \/ []<><<Begin>>_vars
==============================================================================
