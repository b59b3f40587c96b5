namespace BenchWorker.IntegrationTests;

/// <summary>
/// Stands in for Citus: <c>create_distributed_table</c> makes plain tables partitioned by the distribution column out of what it is given, and
/// refuses what Citus refuses.
/// </summary>
internal static class PartitionedResults
{
    /// <summary>Of each table, and as many of each benchmark as one shard holds.</summary>
    public const int Partitions = 4;

    private const string Distribute = """
        create function create_distributed_table(relation regclass, by text, colocate_with text default 'default') returns void language plpgsql as $$
        declare
            name text := relation::text;
            wrong text;
            keys text[];
            columns text;
            key text;
            views jsonb;
            view record;
        begin
            select string_agg(said, '; ') into wrong from (
                select format('trigger %s', tgname) as said from pg_trigger where tgrelid = relation and not tgisinternal
                union all
                select format('foreign key %s', conname) from pg_constraint where contype = 'f' and relation in (conrelid, confrelid)
                union all
                select format('unique index %s without %s', indexrelid::regclass, by) from pg_index i
                where i.indrelid = relation and i.indisunique and not exists (
                    select from pg_attribute a where a.attrelid = relation and a.attname = by and a.attnum = any (i.indkey[0:i.indnkeyatts - 1]))
                union all
                select format('identity column %s', attname) from pg_attribute where attrelid = relation and attidentity <> ''
                union all
                select format('default of %s', a.attname) from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                where d.adrelid = relation and pg_get_expr(d.adbin, d.adrelid) like '%nextval%') rules;
            if wrong is not null then
                raise exception '% cannot be distributed: %', name, wrong;
            end if;

            select array_agg(conname) into keys from pg_constraint where conrelid = relation and contype = 'p';
            select jsonb_object_agg(v.viewname, pg_get_viewdef(v.viewname::regclass)) into views from (
                select distinct r.ev_class::regclass::text as viewname from pg_depend d join pg_rewrite r on r.oid = d.objid
                where d.classid = 'pg_rewrite'::regclass and d.refobjid = relation and r.ev_class <> relation) v;
            execute format('alter table %s rename to whole', name);
            execute format('create table %s (like bench.whole including all) partition by hash (%I)', name, by);
            for i in 0..3 loop
                execute format('create table %s_%s partition of %1$s for values with (modulus 4, remainder %2$s)', name, i);
            end loop;
            select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
            where attrelid = 'bench.whole'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
            execute format('insert into %s (%s) select %2$s from bench.whole', name, columns);
            for view in select * from jsonb_each_text(views) loop
                execute format('create or replace view %s as %s', view.key, view.value);
            end loop;
            drop table bench.whole;
            foreach key in array keys loop
                execute format('alter table %s rename constraint %I to %I', name, (select conname from pg_constraint where conrelid = name::regclass and contype = 'p'), key);
            end loop;
        end $$
        """;

    /// <summary>Runs <c>deploy/citus.sql</c> as it is.</summary>
    public static async Task DistributeAsync(TestDatabase database)
    {
        await database.ExecuteAsync(Distribute);
        await database.ExecuteAsync(await DeployFile.ReadAsync("citus.sql"));
    }
}
