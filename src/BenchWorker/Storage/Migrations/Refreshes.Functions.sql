-- Changes leave marks in the writer's own transaction: a mark is visible exactly when its rows are, so no late commit is ever skipped.
-- There is no NOTIFY here: it would make every commit of every writer wait for one lock. Workers poll the marks.

-- One function for what was written and for what was there: each trigger names its transition table "changed".
create function bench.mark_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
begin
    insert into bench.dirty (benchmark_id) select distinct benchmark_id from changed;
    return null;
end $$;

create function bench.mark_all() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
begin
    insert into bench.dirty (benchmark_id) select id from bench.benchmark;
    return null;
end $$;

create trigger mark_insert after insert on bench.score referencing new table as changed for each statement execute function bench.mark_changed();
create trigger mark_update after update on bench.score referencing new table as changed for each statement execute function bench.mark_changed();
create trigger mark_update_old after update on bench.score referencing old table as changed for each statement execute function bench.mark_changed();
create trigger mark_delete after delete on bench.score referencing old table as changed for each statement execute function bench.mark_changed();
create trigger mark_truncate after truncate on bench.score for each statement execute function bench.mark_all();
-- Names, weights, directions and quarantine change boards as scores do.
create trigger mark_update after update on bench.run referencing new table as changed for each statement execute function bench.mark_changed();
create trigger mark_update_old after update on bench.run referencing old table as changed for each statement execute function bench.mark_changed();
create trigger mark_update after update on bench.task referencing new table as changed for each statement execute function bench.mark_changed();
create trigger mark_update_old after update on bench.task referencing old table as changed for each statement execute function bench.mark_changed();
create trigger mark_update after update on bench.metric referencing new table as changed for each statement execute function bench.mark_changed();
create trigger mark_update_old after update on bench.metric referencing old table as changed for each statement execute function bench.mark_changed();
create trigger mark_update after update on bench.model for each statement execute function bench.mark_all();
create trigger mark_update after update on bench.benchmark for each statement execute function bench.mark_all();

-- A session that replays replicated rows must leave marks too.
alter table bench.score enable always trigger mark_insert;
alter table bench.score enable always trigger mark_update;
alter table bench.score enable always trigger mark_update_old;
alter table bench.score enable always trigger mark_delete;
alter table bench.score enable always trigger mark_truncate;

create function bench.mark(board text) returns void language sql security definer set search_path = pg_catalog, bench as $$
    insert into bench.dirty (board) values (mark.board) $$;
comment on function bench.mark is 'Says that rows behind a board''s own query changed. Call it in the transaction of the change.';

-- Requests are rare and people wait for them: they wake the workers. What is true stands in the table; polling remains.
create function bench.wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('bench_refresh', '');
    return null;
end $$;
create trigger wake after insert on bench.refresh_request for each statement execute function bench.wake();

-- Turns requests and marks into generations of work. Any worker, at any time.
-- A mark is deleted in the transaction that raises the generation, and a refresh that answers the generation reads after that.
create function bench.intake() returns integer language plpgsql as $$
declare
    taken integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('bench.intake', 0));

    with pending as materialized (
        select r.id, r.board from bench.refresh_request r where r.state = 'pending' order by r.id limit 10000 for update skip locked),
    known as (
        select p.id, p.board, b.slug from pending p left join bench.board b on b.slug = p.board and b.active),
    wanted as (
        insert into bench.work as w (board, want, ready_at)
        select k.slug, 1, now() from known k where k.slug is not null group by k.slug order by k.slug
        on conflict (board) do update set want = w.want + 1, ready_at = least(w.ready_at, now()),
            attempts = case when w.parked then 0 else w.attempts end, parked = false
        returning w.board, w.want)
    update bench.refresh_request r set
        state = case when k.slug is null then 'rejected' else 'accepted' end,
        generation = w.want,
        error = case when k.slug is null then format('There is no board %s. Boards: see the table bench.board.', left(quote_literal(k.board), 100)) end,
        finished_at = case when k.slug is null then clock_timestamp() end
    from known k left join wanted w on w.board = k.slug
    where r.id = k.id;
    get diagnostics taken = row_count;

    with gone as (
        delete from bench.dirty returning benchmark_id, board),
    marks as (
        select distinct benchmark_id, board from gone),
    changed as (
        select b.slug, b.debounce from marks m join bench.benchmark x on x.id = m.benchmark_id join bench.board b on b.benchmark = x.name where b.active and b.on_change
        union
        select b.slug, b.debounce from marks m join bench.board b on b.slug = m.board where b.active and b.on_change)
    insert into bench.work as w (board, want, ready_at)
    select c.slug, 1, now() + c.debounce from changed c order by c.slug
    on conflict (board) do update set want = w.want + 1, parked = false,
        -- The window opens with the first change and is never pushed back, so that a steady writer cannot starve the board.
        ready_at = case when w.want = w.done or w.want = w.claimed and w.lease_until is not null then excluded.ready_at else w.ready_at end;
    return taken;
end $$;
comment on function bench.intake is 'Turns requests and marks into work. Returns how many requests it took.';

-- A lease that ran out, or whose holder's session is gone although it has not.
create function bench.is_abandoned(lease_until timestamp with time zone, owner_lock bigint) returns boolean language sql as $$
    select lease_until < clock_timestamp()
        or owner_lock is not null and not exists (
            select from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1
              and l.database = (select d.oid from pg_database d where d.datname = current_database())
              and (l.classid::bigint << 32 | l.objid::bigint) = owner_lock) $$;
comment on function bench.is_abandoned is 'Whether nobody works under a lease any more. Null where there is no lease.';

-- Takes the lease of one due board. Recovery is part of it: an abandoned lease is free.
-- Tokens follow the clock where they can: a database that was made anew, or brought back from a backup, still gives newer tokens than the site has seen.
create function bench.claim(worker text, lease interval, worker_lock bigint default null, crash_limit integer default 30)
returns table (board text, token bigint, generation bigint, attempts integer) language plpgsql as $$
begin
    -- A board whose refresh kills its worker again and again must not take the others with it.
    with crashing as (
        update bench.work w set parked = true, owner = null, owner_lock = null, lease_until = null,
            last_error = format('The refresh was begun %s times and never ended; the worker died each time.', w.attempts)
        where w.attempts >= crash_limit and not w.parked and w.lease_until is not null and bench.is_abandoned(w.lease_until, w.owner_lock)
        returning w.board, w.last_error)
    update bench.refresh_request r set state = 'failed', error = c.last_error, finished_at = clock_timestamp()
    from crashing c where r.board = c.board and r.state in ('accepted', 'running');

    return query
    with due as materialized (
        select w.board from bench.work w
        where w.want > w.done and not w.parked and w.ready_at <= clock_timestamp()
          and (w.lease_until is null or bench.is_abandoned(w.lease_until, w.owner_lock))
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
comment on function bench.claim is 'Takes the lease of one board that is due, or returns no row. The token must be shown to renew, publish, complete or fail.';

create function bench.heartbeat(board text, token bigint, lease interval) returns boolean language sql as $$
    with renewed as (
        update bench.work w set lease_until = clock_timestamp() + heartbeat.lease
        where w.board = heartbeat.board and w.token = heartbeat.token and w.lease_until is not null returning 1)
    select exists (select from renewed) $$;
comment on function bench.heartbeat is 'Renews a lease. False when a newer claim holds the board: stop, publish nothing.';

create function bench.complete(board text, token bigint, generation bigint, publication_id bigint default null) returns boolean language plpgsql as $$
begin
    update bench.work w set done = greatest(w.done, complete.generation), owner = null, owner_lock = null, lease_until = null,
        attempts = 0, last_error = null, last_done_at = clock_timestamp()
    where w.board = complete.board and w.token = complete.token and w.lease_until is not null;
    if not found then return false; end if;
    update bench.refresh_request r set state = 'done', error = null, finished_at = clock_timestamp(), publication_id = complete.publication_id
    where r.board = complete.board and r.generation <= complete.generation and r.state in ('accepted', 'running');
    return true;
end $$;
comment on function bench.complete is 'Ends a refresh well and answers its requests. False when the lease is lost.';

-- Passing failures (a lost connection, a restart) cost no attempt; others back off by powers of two, at most 10 minutes, with jitter, and park the board in the end.
create function bench.fail(board text, token bigint, error text, passing boolean default false, max_attempts integer default 8) returns text language plpgsql as $$
declare
    now_parked boolean;
begin
    update bench.work w set owner = null, owner_lock = null, lease_until = null, last_error = left(fail.error, 2000),
        parked = w.attempts >= max_attempts and not passing,
        attempts = w.attempts - passing::integer,
        ready_at = clock_timestamp() + case when passing then 0.2 + random() * 0.3 else least(power(2, w.attempts), 600) * (0.5 + random()) end * interval '1 second'
    where w.board = fail.board and w.token = fail.token and w.lease_until is not null returning w.parked into now_parked;
    if not found then return 'lost'; end if;
    if now_parked then
        update bench.refresh_request r set state = 'failed', error = left(fail.error, 2000), finished_at = clock_timestamp()
        where r.board = fail.board and r.state in ('accepted', 'running');
        return 'parked';
    end if;
    update bench.refresh_request r set state = 'accepted', error = left(fail.error, 2000) where r.board = fail.board and r.state = 'running';
    return 'retry';
end $$;
comment on function bench.fail is 'Ends a refresh badly: retry later, or parked after too many attempts, or lost when the lease is.';

create function bench.release(board text, token bigint) returns boolean language plpgsql as $$
begin
    update bench.work w set owner = null, owner_lock = null, lease_until = null, attempts = greatest(w.attempts - 1, 0)
    where w.board = release.board and w.token = release.token and w.lease_until is not null;
    if not found then return false; end if;
    update bench.refresh_request r set state = 'accepted' where r.board = release.board and r.state = 'running';
    return true;
end $$;
comment on function bench.release is 'Gives a board back unfinished, so that another worker goes on at once.';

-- Publishers take turns on the site's row; the turn lasts until the transaction ends. The lock on the claim's row keeps others from claiming the
-- board while it is published, and lets its heartbeat pass.
create function bench.take_turn(site text, board text, token bigint) returns table (sequence bigint, release text) language plpgsql as $$
begin
    insert into bench.site (name) values (take_turn.site) on conflict do nothing;
    perform from bench.site s where s.name = take_turn.site for update;
    perform from bench.work w where w.board = take_turn.board and w.token = take_turn.token and w.lease_until is not null for key share;
    if not found then
        raise exception using errcode = 'BW001', message = format('The lease of board %s is lost: token %s is not its newest.', take_turn.board, take_turn.token);
    end if;
    return query select s.sequence, s.release from bench.site s where s.name = take_turn.site;
end $$;
comment on function bench.take_turn is 'Waits for the site''s turn and checks the fencing token (BW001 when it is old).';

create function bench.publish(
    site text, board text, token bigint, sequence bigint, release text, changed boolean, files integer, data_as_of timestamp with time zone)
returns bigint language plpgsql as $$
declare
    made bigint;
begin
    perform bench.take_turn(publish.site, publish.board, publish.token);
    if changed then
        update bench.site s set sequence = publish.sequence, release = publish.release, token = publish.token, board = publish.board, published_at = clock_timestamp()
        where s.name = publish.site;
    end if;
    insert into bench.publication (site, sequence, board, token, release, changed, files, data_as_of)
    values (publish.site, publish.sequence, publish.board, publish.token, publish.release, publish.changed, publish.files, publish.data_as_of) returning id into made;
    return made;
end $$;
comment on function bench.publish is 'Records a publication under the site''s turn and returns its id.';
