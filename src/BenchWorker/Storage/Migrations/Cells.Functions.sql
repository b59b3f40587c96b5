comment on function bench.sample_cells is 'Cells by the dimension that names what samples share, and without the values that stand for missing ones.';
comment on view bench.sample_cell is 'What bench.cell should say, computed from the samples.';
comment on column bench.sample_cell.benchmark_id is 'The benchmark.';
comment on column bench.sample_cell.run_id is 'The run.';
comment on column bench.sample_cell.task_id is 'The task.';
comment on column bench.sample_cell.metric_id is 'The metric.';
comment on column bench.sample_cell.model_id is 'The model.';
comment on column bench.sample_cell.subset is 'Part of the task.';
comment on column bench.sample_cell.n is 'Samples with a value.';
comment on column bench.sample_cell.bad is 'Samples without one.';
comment on column bench.sample_cell.missing is 'Why, when no sample has a value.';
comment on column bench.sample_cell.total is 'Exact sum.';
comment on column bench.sample_cell.squares is 'Exact sum of squares.';
comment on column bench.sample_cell.lowest is 'Lowest value.';
comment on column bench.sample_cell.highest is 'Highest value.';
comment on column bench.sample_cell.recorded_at is 'When the newest sample was written.';
comment on column bench.sample_cell.clusters is 'Clusters of samples; 0 when no sample names one.';
comment on column bench.sample_cell.cluster_squares is 'Exact sum over clusters of the squared sum of values.';
comment on column bench.sample_cell.cluster_products is 'Exact sum over clusters of the sum of values times their count.';
comment on column bench.sample_cell.cluster_sizes is 'Sum over clusters of the squared count of values.';

-- Marks of samples name the groups that changed; above 10,000 groups in one statement the whole benchmark is cheaper to mark.
create function bench.mark_samples() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
declare
    most constant integer := 10000;
begin
    with groups as materialized (
        select benchmark_id, run_id, task_id, metric_id, model_id from changed group by 1, 2, 3, 4, 5),
    marked as (
        insert into bench.dirty (benchmark_id) select distinct benchmark_id from groups),
    size as materialized (
        select count(*) > most as large from groups)
    insert into bench.dirty_cell (benchmark_id, run_id, task_id, metric_id, model_id)
    select benchmark_id, run_id, task_id, metric_id, model_id from groups where not (select large from size)
    union all
    select distinct benchmark_id, null::bigint, null::integer, null::integer, null::integer from groups where (select large from size);
    return null;
end $$;

create function bench.mark_samples_all() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
begin
    insert into bench.dirty_cell (benchmark_id) select distinct benchmark_id from bench.cell;
    insert into bench.dirty (benchmark_id) select id from bench.benchmark;
    return null;
end $$;

create trigger mark_insert after insert on bench.sample_score referencing new table as changed for each statement execute function bench.mark_samples();
create trigger mark_update after update on bench.sample_score referencing new table as changed for each statement execute function bench.mark_samples();
create trigger mark_update_old after update on bench.sample_score referencing old table as changed for each statement execute function bench.mark_samples();
create trigger mark_delete after delete on bench.sample_score referencing old table as changed for each statement execute function bench.mark_samples();
create trigger mark_truncate after truncate on bench.sample_score for each statement execute function bench.mark_samples_all();
alter table bench.sample_score enable always trigger mark_insert;
alter table bench.sample_score enable always trigger mark_update;
alter table bench.sample_score enable always trigger mark_update_old;
alter table bench.sample_score enable always trigger mark_delete;
alter table bench.sample_score enable always trigger mark_truncate;

comment on function bench.cells_of(integer) is 'All cells of a benchmark, computed from its samples.';

-- The cells as they are, whatever marks are open: what is marked is computed, what is not is read.
-- Here and in bench.fold an offset of 0 keeps the planner from computing all cells and joining those that are wanted: it took 8 s for one in ten million samples.
create function bench.current_cells(benchmark integer, field text default 'cluster', sentinels double precision[] default '{}')
returns setof bench.sample_cell language plpgsql stable as $$
declare
    b constant integer := benchmark;
begin
    -- What is stored is summed by the dimension cluster; another takes all samples anew.
    if field <> 'cluster' then
        return query select * from bench.sample_cells(field, sentinels) c where c.benchmark_id = b;
    elsif sentinels <> '{}' then
        -- A cell can only hold a sentinel that lies within its values.
        return query
            with cells as materialized (
                select c.*, exists (select from unnest(sentinels) s where s between c.lowest and c.highest) as suspect from bench.current_cells(b) c)
            select benchmark_id, run_id, task_id, metric_id, model_id, subset, n, bad, missing, total, squares, lowest, highest, recorded_at,
                   clusters, cluster_squares, cluster_products, cluster_sizes
            from cells where suspect is not true
            union all
            select v.* from cells k
            cross join lateral (
                select * from bench.sample_cells('cluster', sentinels) s
                where s.benchmark_id = b and s.run_id = k.run_id and s.task_id = k.task_id and s.metric_id = k.metric_id and s.model_id = k.model_id and s.subset = k.subset offset 0) v
            where k.suspect;
    elsif exists (select from bench.dirty_cell d where d.benchmark_id = b and d.run_id is null) then
        return query select * from bench.cells_of(b);
    elsif not exists (select from bench.dirty_cell d where d.benchmark_id = b) then
        return query select c.* from bench.cell c where c.benchmark_id = b;
    else
        return query
            select c.* from bench.cell c
            where c.benchmark_id = b and not exists (
                select from bench.dirty_cell d where (d.benchmark_id, d.run_id, d.task_id, d.metric_id, d.model_id) = (b, c.run_id, c.task_id, c.metric_id, c.model_id))
            union all
            select v.* from (select distinct d.run_id, d.task_id, d.metric_id, d.model_id from bench.dirty_cell d where d.benchmark_id = b) k
            cross join lateral (
                select * from bench.sample_cell s
                where s.benchmark_id = b and s.run_id = k.run_id and s.task_id = k.task_id and s.metric_id = k.metric_id and s.model_id = k.model_id offset 0) v;
    end if;
end $$;
comment on function bench.current_cells is 'Every cell of a benchmark as its samples are now. Costs as much as what changed since the last fold, unless clusters have another name.';

-- Takes the marks of a benchmark and computes its dirty cells again. Order matters: marks are deleted first and cells computed second, by a newer
-- snapshot, which sees every row whose mark was deleted; marks that commit later stay. The fence is looked at last: when a newer claim holds the
-- board, everything rolls back and the marks are there again.
create function bench.fold(board text, token bigint, benchmark text) returns bigint language plpgsql as $$
declare
    b integer;
    whole boolean;
    runs bigint[];
    tasks integer[];
    metrics integer[];
    models integer[];
    folded bigint := 0;
    removed bigint;
begin
    select x.id into b from bench.benchmark x where x.name = fold.benchmark;
    if not exists (select from bench.dirty_cell d where d.benchmark_id = b) then
        return 0;
    end if;
    -- Two boards of one benchmark may fold at once.
    perform pg_advisory_xact_lock(hashtextextended('bench.fold', b));

    with gone as (
        delete from bench.dirty_cell d where d.benchmark_id = b returning d.run_id, d.task_id, d.metric_id, d.model_id),
    groups as (
        select distinct * from gone)
    -- A sample costs four times as much through the index as in one pass over all.
    select coalesce(bool_or(run_id is null), false) or 4 * count(*) > (select count(*) from bench.cell c where c.benchmark_id = b), array_agg(run_id), array_agg(task_id), array_agg(metric_id), array_agg(model_id)
    into whole, runs, tasks, metrics, models from groups;

    if whole then
        with fresh as materialized (
            select * from bench.cells_of(b)),
        stale as (
            delete from bench.cell c where c.benchmark_id = b and not exists (
                select from fresh f where (f.run_id, f.task_id, f.metric_id, f.model_id, f.subset) = (c.run_id, c.task_id, c.metric_id, c.model_id, c.subset))
            returning 1),
        kept as (
            insert into bench.cell as c select * from fresh
            on conflict on constraint pk_cell do update set n = excluded.n, bad = excluded.bad, missing = excluded.missing, total = excluded.total,
                squares = excluded.squares, lowest = excluded.lowest, highest = excluded.highest, recorded_at = excluded.recorded_at, clusters = excluded.clusters,
                cluster_squares = excluded.cluster_squares, cluster_products = excluded.cluster_products, cluster_sizes = excluded.cluster_sizes
            where (c.*) is distinct from (excluded.*)
            returning 1)
        select (select count(*) from stale) + (select count(*) from kept) into folded;
    elsif runs is not null then
        delete from bench.cell c using unnest(runs, tasks, metrics, models) as k (run_id, task_id, metric_id, model_id)
        where c.benchmark_id = b and c.run_id = k.run_id and c.task_id = k.task_id and c.metric_id = k.metric_id and c.model_id = k.model_id;
        get diagnostics removed = row_count;
        insert into bench.cell
        select v.* from unnest(runs, tasks, metrics, models) as k (run_id, task_id, metric_id, model_id)
        cross join lateral (
            select * from bench.sample_cell s
            where s.benchmark_id = b and s.run_id = k.run_id and s.task_id = k.task_id and s.metric_id = k.metric_id and s.model_id = k.model_id offset 0) v;
        get diagnostics folded = row_count;
        folded := greatest(folded, removed);
    end if;

    perform from bench.work w where w.board = fold.board and w.token = fold.token and w.lease_until is not null for key share;
    if not found then
        raise exception using errcode = 'BW001', message = format('The lease of board %s is lost: token %s is not its newest.', fold.board, fold.token);
    end if;
    return folded;
end $$;
comment on function bench.fold is 'Brings the cells of a benchmark up to date for the holder of a claim (BW001 when its token is old). Returns how many cells were computed.';

create function bench.recompute(benchmark text) returns void language sql as $$
    with marked as (insert into bench.dirty_cell (benchmark_id) select id from bench.benchmark where name = recompute.benchmark returning benchmark_id)
    insert into bench.dirty (benchmark_id) select benchmark_id from marked $$;
comment on function bench.recompute is 'Has all cells of a benchmark computed again by the next refresh.';

-- A cell that differs from its samples although nothing is marked has drifted: a partition was attached, a trigger was off. One snapshot sees samples, cells and marks alike.
create function bench.sweep() returns bigint language plpgsql as $$
declare
    drift bigint;
begin
    with wrong as (
        select coalesce(c.benchmark_id, s.benchmark_id) as benchmark_id, coalesce(c.run_id, s.run_id) as run_id, coalesce(c.task_id, s.task_id) as task_id,
               coalesce(c.metric_id, s.metric_id) as metric_id, coalesce(c.model_id, s.model_id) as model_id
        from bench.cell c
        full join (select s.* from bench.benchmark b cross join lateral bench.cells_of(b.id) s) s using (benchmark_id, run_id, task_id, metric_id, model_id, subset)
        where (c.n, c.bad, c.missing, c.total, c.squares, c.lowest, c.highest, c.recorded_at, c.clusters, c.cluster_squares, c.cluster_products, c.cluster_sizes)
            is distinct from (s.n, s.bad, s.missing, s.total, s.squares, s.lowest, s.highest, s.recorded_at, s.clusters, s.cluster_squares, s.cluster_products, s.cluster_sizes)),
    drifted as (
        select distinct w.benchmark_id, w.run_id, w.task_id, w.metric_id, w.model_id from wrong w
        where not exists (
            select from bench.dirty_cell d where d.benchmark_id = w.benchmark_id
              and (d.run_id is null or (d.run_id, d.task_id, d.metric_id, d.model_id) = (w.run_id, w.task_id, w.metric_id, w.model_id)))),
    marked as (
        insert into bench.dirty_cell (benchmark_id, run_id, task_id, metric_id, model_id) select benchmark_id, run_id, task_id, metric_id, model_id from drifted),
    woken as (
        insert into bench.dirty (benchmark_id) select distinct benchmark_id from drifted)
    select count(*) into drift from drifted;
    return drift;
end $$;
comment on function bench.sweep is 'Compares every cell with its samples, marks those that drifted and returns how many there were.';

-- Samples that are there already have no cells yet.
insert into bench.dirty_cell (benchmark_id) select distinct benchmark_id from bench.sample_score;
insert into bench.dirty (benchmark_id) select distinct benchmark_id from bench.dirty_cell;
