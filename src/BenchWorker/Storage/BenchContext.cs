using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BenchWorker;

/// <summary>The schema <c>bench</c> as EF Core sees it: for reading what is configured and how it stands. Bulk work and the control plane are SQL.</summary>
/// <remarks>Check constraints, triggers and comments are in the migrations' SQL alone; a test holds tables, columns, keys and indexes of both against each other.</remarks>
public sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
{
    public const string Schema = "bench";

    public DbSet<StoredBenchmark> Benchmarks => Set<StoredBenchmark>();

    public DbSet<StoredTask> Tasks => Set<StoredTask>();

    public DbSet<StoredMetric> Metrics => Set<StoredMetric>();

    public DbSet<StoredModel> Models => Set<StoredModel>();

    public DbSet<StoredRun> Runs => Set<StoredRun>();

    public DbSet<StoredScore> Scores => Set<StoredScore>();

    public DbSet<StoredSampleScore> SampleScores => Set<StoredSampleScore>();

    public DbSet<StoredBoard> Boards => Set<StoredBoard>();

    public DbSet<BoardWork> Work => Set<BoardWork>();

    public DbSet<PublishedSite> Sites => Set<PublishedSite>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<RefreshRequest> RefreshRequests => Set<RefreshRequest>();

    public DbSet<DirtyMark> DirtyMarks => Set<DirtyMark>();

    public DbSet<StoredCell> Cells => Set<StoredCell>();

    public DbSet<DirtyCell> DirtyCells => Set<DirtyCell>();

    public static BenchContext On(NpgsqlDataSource database) => new(
        new DbContextOptionsBuilder<BenchContext>()
            .UseNpgsql(database, npgsql => npgsql.MigrationsHistoryTable("migration", Schema))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        ResultModel.Describe(modelBuilder);
        RefreshModel.Describe(modelBuilder);
        CellModel.Describe(modelBuilder);
        SnakeCase.Apply(modelBuilder.Model);
    }
}
