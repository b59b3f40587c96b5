-- Tokens follow the clock where they can: a database that was made anew, or brought back from a backup, still gives newer tokens than the site has seen.
create or replace function bench.claim(worker text, lease interval, worker_lock bigint default null, crash_limit integer default 30)
returns table (board text, token bigint, generation bigint, attempts integer) language plpgsql as $$
begin
    -- A board whose refresh kills its worker again and again must not take the others with it.
    with crashing as (
        update bench.work w set parked = true, owner = null, owner_lock = null, lease_until = null,
            last_error = format('The refresh was begun %s times and never ended; the worker died each time.', w.attempts)
        where w.lease_until < clock_timestamp() and w.attempts >= crash_limit and not w.parked returning w.board, w.last_error)
    update bench.refresh_request r set state = 'failed', error = c.last_error, finished_at = clock_timestamp()
    from crashing c where r.board = c.board and r.state in ('accepted', 'running');

    return query
    with due as materialized (
        select w.board from bench.work w
        where w.want > w.done and not w.parked and w.ready_at <= clock_timestamp()
          and (w.lease_until is null or w.lease_until < clock_timestamp()
               or w.owner_lock is not null and not exists (
                    select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1
                      and l.database = (select d.oid from pg_database d where d.datname = current_database())
                      and (l.classid::bigint << 32 | l.objid::bigint) = w.owner_lock))
        order by w.ready_at, w.board limit 1 for update skip locked),
    claimed as (
        update bench.work w set token = greatest(w.token + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint), claimed = w.want,
            owner = worker, owner_lock = worker_lock, lease_until = clock_timestamp() + lease, attempts = w.attempts + 1
        from due d where w.board = d.board
        returning w.board, w.token, w.want, w.attempts),
    begun as (
        update bench.refresh_request r set state = 'running', started_at = coalesce(r.started_at, clock_timestamp()), attempts = r.attempts + 1
        from claimed c where r.board = c.board and r.generation <= c.want and r.state in ('accepted', 'running')
        returning r.id)
    select c.board, c.token, c.want, c.attempts from claimed c;
end $$;

-- The lock on the claim's row keeps others from claiming the board while it is published, and lets its heartbeat pass.
create or replace function bench.take_turn(site text, board text, token bigint) returns table (sequence bigint, release text) language plpgsql as $$
begin
    insert into bench.site (name) values (take_turn.site) on conflict do nothing;
    perform from bench.site s where s.name = take_turn.site for update;
    perform from bench.work w where w.board = take_turn.board and w.token = take_turn.token and w.lease_until is not null for key share;
    if not found then
        raise exception using errcode = 'BW001', message = format('The lease of board %s is lost: token %s is not its newest.', take_turn.board, take_turn.token);
    end if;
    return query select s.sequence, s.release from bench.site s where s.name = take_turn.site;
end $$;

-- Quartz makes and keeps its own tables here.
create schema if not exists bench_quartz;
comment on schema bench_quartz is 'The schedule that replicas share. Written by Quartz alone.';
