-- $1 benchmark, $2 metric name or null, $3 dimension that names clusters, $4 values that stand for missing ones,
-- $5 dimensions that nobody reads. Scores of runs that count; then means of samples where a run has samples of a cell but no score.
-- In the order of the scores' key, so that a million of them come from its index one by one and are not sorted on the server's disk.
-- For the planner to see that, metrics are an array: tables of a few rows are never analyzed, and joining one it would guess wrong.
-- Dimensions are null where they are those of the row before: most of a run's rows share them, and they are most of what a row would carry.
with live as not materialized (
    select id from bench.run where benchmark_id = $1 and invalidated_at is null),
wanted as not materialized (
    select id from bench.metric where benchmark_id = $1 and ($2 is null or name = $2)),
rows as (
select * from (
    select s.run_id, s.task_id, s.metric_id, s.model_id, s.subset, s.dimensions_key, s.dimensions - $5 as dimensions,
           s.value, s.missing, s.stderr, s.n, s.recorded_at, null::bigint as clusters
    from bench.score s
    where s.benchmark_id = $1 and s.run_id in (select id from live) and s.metric_id = any(array(select id from wanted))
    order by s.run_id, s.task_id, s.metric_id, s.model_id, s.subset, s.dimensions_key
    -- Dimensions are made here, once a row.
    offset 0) scores
union all
(select s.run_id, s.task_id, s.metric_id, s.model_id, s.subset, null, '{}',
       -- The sums are exact, so that the order of rows and parallel workers cannot change the last digit.
       (s.total / nullif(s.n, 0))::double precision, s.missing,
       -- Clustered where clusters are known, and then none below two of them.
       (case when s.clusters = 0 then sqrt((s.n * s.squares - s.total * s.total) / nullif(s.n * (s.n - 1), 0) / s.n)
             else sqrt((s.n * s.n * s.cluster_squares - 2 * s.n * s.total * s.cluster_products + s.total * s.total * s.cluster_sizes)
                       * s.clusters / nullif(s.clusters - 1, 0)) / s.n / s.n end)::double precision,
       s.n, s.recorded_at, nullif(s.clusters, 0)
from bench.current_cells($1, $3, $4) s
where s.run_id in (select id from live) and s.metric_id in (select id from wanted)
  and not exists (
      select from bench.score c
      where c.benchmark_id = $1 and c.run_id = s.run_id and c.task_id = s.task_id and c.metric_id = s.metric_id and c.model_id = s.model_id)))
select run_id, task_id, metric_id, model_id, subset, null::text as sample_id,
       case when dimensions is distinct from lag(dimensions) over sorted then dimensions::text end,
       value, missing, stderr, n, recorded_at, clusters
from rows
window sorted as (order by run_id, task_id, metric_id, model_id, subset, dimensions_key)
order by run_id, task_id, metric_id, model_id, subset, dimensions_key
