-- What a worker saw when it last polled the table behind a board's own query.
create table bench.watch (
    board text collate "C" not null,
    declaration text collate "C" not null,
    seen text,
    polled_at timestamp with time zone not null default '-infinity',
    error text,
    constraint pk_watch primary key (board)
);

comment on table bench.watch is 'One row a board whose table is polled. Written by the workers alone.';
comment on column bench.watch.board is 'The board.';
comment on column bench.watch.declaration is 'What is polled and how; another one starts afresh.';
comment on column bench.watch.seen is 'What the last poll saw: a snapshot or a fingerprint; null before the first.';
comment on column bench.watch.polled_at is 'When the last poll began.';
comment on column bench.watch.error is 'Why the last poll failed; null when it did not.';

-- The 64-bit number of the transaction that wrote a row, from the row's 32 bits and the present.
create function bench.full_xid(row_xid xid, present pg_snapshot) returns xid8 language sql immutable parallel safe as $$
    with at as (
        select pg_snapshot_xmax(present)::text::numeric as present, row_xid::text::numeric as written),
    guess as (
        select present, floor(present / 4294967296) * 4294967296 + written as full_id from at)
    select (case when full_id > present then greatest(full_id - 4294967296, 0) else full_id end)::text::xid8 from guess $$;
comment on function bench.full_xid is 'The transaction that wrote a row, comparable with snapshots.';
