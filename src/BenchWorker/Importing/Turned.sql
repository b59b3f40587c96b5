-- Rows of metrics that are stored with the opposite direction leave the stage.
with gone as (delete from stage s using known_metric m where m.i = s.metric and m.turned returning s.line, m.name)
select line, format('higher_is_better of metric "%s" is the opposite of what is stored', name) from gone order by line
