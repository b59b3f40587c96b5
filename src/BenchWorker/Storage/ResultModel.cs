using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BenchWorker;

/// <summary>Tables of <c>Results.Tables.sql</c>.</summary>
internal static class ResultModel
{
    /// <summary>Names sort by bytes, in every database and on every machine.</summary>
    private const string ByBytes = "C";

    public static void Describe(ModelBuilder model)
    {
        model.Entity<StoredBenchmark>(table =>
        {
            table.ToTable("benchmark").HasKey(row => row.Id);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Name).UseCollation(ByBytes);
            table.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
            table.HasIndex(row => row.Name).IsUnique().HasDatabaseName("ix_benchmark_name");
        });
        model.Entity<StoredTask>(table =>
        {
            table.ToTable("task").HasKey(row => new { row.BenchmarkId, row.Id });
            table.HasOne<StoredBenchmark>().WithMany().HasForeignKey(row => row.BenchmarkId);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Name).UseCollation(ByBytes);
            table.Property(row => row.Group).UseCollation(ByBytes);
            table.Property(row => row.Weight).HasDefaultValueSql("1");
            table.HasIndex(row => new { row.BenchmarkId, row.Name }).IsUnique().HasDatabaseName("ix_task_name");
        });
        model.Entity<StoredMetric>(table =>
        {
            table.ToTable("metric").HasKey(row => new { row.BenchmarkId, row.Id });
            table.HasOne<StoredBenchmark>().WithMany().HasForeignKey(row => row.BenchmarkId);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Name).UseCollation(ByBytes);
            table.HasIndex(row => new { row.BenchmarkId, row.Name }).IsUnique().HasDatabaseName("ix_metric_name");
        });
        model.Entity<StoredModel>(table =>
        {
            table.ToTable("model").HasKey(row => row.Id);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Name).UseCollation(ByBytes);
            table.Property(row => row.Details).HasDefaultValueSql("'{}'::jsonb");
            table.HasIndex(row => row.Name).IsUnique().HasDatabaseName("ix_model_name");
        });
        model.Entity<StoredRun>(Run);
        model.Entity<StoredScore>(table =>
        {
            table.ToTable("score").HasKey(row => new { row.BenchmarkId, row.RunId, row.TaskId, row.MetricId, row.ModelId, row.Subset, row.DimensionsKey });
            table.Property(row => row.Subset).UseCollation(ByBytes).HasDefaultValueSql("''::text");
            table.Property(row => row.Dimensions).HasDefaultValueSql("'{}'::jsonb");
            table.Property(row => row.DimensionsKey).HasComputedColumnSql("md5(dimensions::text)::uuid", stored: true).ValueGeneratedOnAdd();
            table.Property(row => row.RecordedAt).HasDefaultValueSql("now()");
        });
        model.Entity<StoredSampleScore>(table =>
        {
            table.ToTable("sample_score")
                .HasKey(row => new { row.BenchmarkId, row.RunId, row.TaskId, row.MetricId, row.ModelId, row.Subset, row.SampleId, row.DimensionsKey });
            table.Property(row => row.Subset).UseCollation(ByBytes).HasDefaultValueSql("''::text");
            table.Property(row => row.SampleId).UseCollation(ByBytes);
            table.Property(row => row.Dimensions).HasDefaultValueSql("'{}'::jsonb");
            table.Property(row => row.DimensionsKey).HasComputedColumnSql("md5(dimensions::text)::uuid", stored: true).ValueGeneratedOnAdd();
            table.Property(row => row.RecordedAt).HasDefaultValueSql("now()");
        });
    }

    private static void Run(EntityTypeBuilder<StoredRun> table)
    {
        table.ToTable("run").HasKey(row => new { row.BenchmarkId, row.Id });
        table.HasOne<StoredBenchmark>().WithMany().HasForeignKey(row => row.BenchmarkId);
        table.Property(row => row.Id).UseIdentityAlwaysColumn();
        table.Property(row => row.Name).UseCollation(ByBytes);
        table.Property(row => row.Status).HasDefaultValueSql("'finished'::text");
        table.Property(row => row.Config).HasDefaultValueSql("'{}'::jsonb");
        table.Property(row => row.Fingerprint).UseCollation(ByBytes);
        table.Property(row => row.RecordedAt).HasDefaultValueSql("now()");
        table.HasIndex(row => new { row.BenchmarkId, row.Name }).IsUnique().HasDatabaseName("ix_run_name");
        table.HasIndex(row => new { row.BenchmarkId, row.Fingerprint }).IsUnique().HasDatabaseName("ix_run_fingerprint");
    }
}
