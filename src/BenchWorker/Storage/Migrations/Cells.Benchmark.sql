-- All cells of a benchmark, as quickly as its samples can be read. Where the same few values come again and again, right and wrong or grades, each is counted
-- in a pass that does nothing else, and then summed once for its count. Otherwise one pass sums what is plain, and only where some cell is not (clusters,
-- values that want more digits) a second one sums as for a single cell. Each of its samples is computed once, behind a fence: the planner would
-- put the expression of the integer into the place of each of its uses. All of these give the same numbers.
-- In PL/pgSQL, because a query that returns rows may use parallel workers and one that writes may not. Without sorts, because the planner
-- takes an expression for a multiple of the groups there are, too many to be hashed in memory, and would sort all samples.
create function bench.cells_of(benchmark integer) returns setof bench.sample_cell language plpgsql stable set enable_sort = off as $$
begin
    if exists (select from pg_stats where schemaname = 'bench' and tablename = 'sample_score' and attname = 'value' and n_distinct between 1 and 20) then
        return query
            {counted};
        return;
    end if;

    return query
        with quick as materialized (
            select benchmark_id, run_id, task_id, metric_id, model_id, subset,
                   count(value) as n, count(*) - count(value) as bad,
                   min(missing) filter (where missing <> 'not_applicable') as reason, min(missing) as other,
                   sum((value * 1e6)::bigint) filter (where abs(value) <= 3000) as micros,
                   sum((value * 1e6)::bigint * (value * 1e6)::bigint) filter (where abs(value) <= 3000) as squares,
                   min(value) as lowest, max(value) as highest, max(recorded_at) as recorded_at,
                   count(value) = count(*) filter (where {small}) and count({cluster}) = 0 as plain
            from bench.sample_score where benchmark_id = $1
            group by benchmark_id, run_id, task_id, metric_id, model_id, subset)
        select q.benchmark_id, q.run_id, q.task_id, q.metric_id, q.model_id, q.subset, q.n, q.bad, case when q.n = 0 then coalesce(q.reason, q.other, 'not_run') end,
               s.total, s.squares, q.lowest, q.highest, q.recorded_at, 0::bigint, s.squares, s.total, q.n
        from quick q cross join lateral (
            select coalesce(q.micros, 0) * 0.000001 as total, coalesce(q.squares, 0) * 0.000000000001 as squares) s
        where q.plain
        union all
        select s.* from (
            {cells}) s
        where exists (select from quick q where not q.plain)
          and (s.run_id, s.task_id, s.metric_id, s.model_id, s.subset) in (select q.run_id, q.task_id, q.metric_id, q.model_id, q.subset from quick q where not q.plain);
end $$;
