select benchmark_id, run_id, task_id, metric_id, model_id, subset,
       sum(n)::bigint as n, sum(bad)::bigint as bad, case when sum(n) = 0 then coalesce(min(reason), min(other), 'not_run') end as missing,
       sum(total) as total, sum(squares) as squares, min(lowest) as lowest, max(highest) as highest, max(recorded_at) as recorded_at,
       case when count(cluster) filter (where n > 0) = 0 then 0
            else (count(cluster) filter (where n > 0) + coalesce(sum(n) filter (where cluster is null), 0))::bigint end as clusters,
       sum(case when cluster is null then squares else total * total end) as cluster_squares,
       sum(case when cluster is null then total else n * total end) as cluster_products,
       sum(case when cluster is null then n else n * n end)::bigint as cluster_sizes
from (select benchmark_id, run_id, task_id, metric_id, model_id, subset, cluster,
             {n} as n, {bad} as bad,
             min(missing) filter (where missing <> 'not_applicable') as reason, min(missing) as other,
             coalesce(sum(micro{times}), 0) * 0.000001 + coalesce(sum(value::numeric{times}) filter (where micro is null), 0) as total,
             coalesce(sum(micro * micro{times}), 0) * 0.000000000001 + coalesce(sum(value::numeric * value::numeric{times}) filter (where micro is null), 0) as squares,
             min(value) as lowest, max(value) as highest, max(recorded_at) as recorded_at
      from (select *, case when {small} then (value * 1e6)::bigint end as micro
            from ({samples}) one) sample
      group by benchmark_id, run_id, task_id, metric_id, model_id, subset, cluster) part
group by benchmark_id, run_id, task_id, metric_id, model_id, subset
