-- $1 benchmark, $2 metric name or null. Sample scores of runs that count; metrics are an array for the reason given in Scores.sql.
select s.run_id, s.task_id, s.metric_id, s.model_id, s.subset, s.sample_id, s.dimensions::text,
       s.value, s.missing, s.stderr, s.n, s.recorded_at, null::bigint as clusters
from bench.sample_score s
where s.benchmark_id = $1
  and s.run_id in (select id from bench.run where benchmark_id = $1 and invalidated_at is null)
  and s.metric_id = any(array(select id from bench.metric where benchmark_id = $1 and ($2 is null or name = $2)))
order by s.run_id, s.task_id, s.metric_id, s.model_id, s.subset, s.sample_id, s.dimensions_key
