using Microsoft.EntityFrameworkCore;

namespace BenchWorker;

/// <summary>Tables of <c>Cells.Tables.sql</c> and <c>Watches.sql</c>.</summary>
internal static class CellModel
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<StoredCell>(table =>
        {
            table.ToTable("cell").HasKey(row => new { row.BenchmarkId, row.RunId, row.TaskId, row.MetricId, row.ModelId, row.Subset });
            table.HasOne<StoredBenchmark>().WithMany().HasForeignKey(row => row.BenchmarkId);
            table.Property(row => row.Subset).UseCollation("C");
        });
        model.Entity<StoredWatch>(table =>
        {
            table.ToTable("watch").HasKey(row => row.Board);
            table.Property(row => row.Board).UseCollation("C");
            table.Property(row => row.Declaration).UseCollation("C");
            table.Property(row => row.PolledAt).HasDefaultValueSql("'-infinity'::timestamp with time zone");
        });
        model.Entity<DirtyCell>(table =>
        {
            table.ToTable("dirty_cell").HasNoKey();
            table.HasIndex(row => row.BenchmarkId).HasDatabaseName("ix_dirty_cell_benchmark");
        });
    }
}
