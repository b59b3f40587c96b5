using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BenchWorker;

/// <summary>Tables of <c>Refreshes.Tables.sql</c>.</summary>
internal static class RefreshModel
{
    private const string ByBytes = "C";

    public static void Describe(ModelBuilder model)
    {
        model.Entity<StoredBoard>(table =>
        {
            table.ToTable("board").HasKey(row => row.Slug);
            table.Property(row => row.Slug).UseCollation(ByBytes);
            table.Property(row => row.Benchmark).UseCollation(ByBytes);
            table.Property(row => row.Declaration).UseCollation(ByBytes);
            table.Property(row => row.OnChange).HasDefaultValueSql("true");
            table.Property(row => row.Debounce).HasDefaultValueSql("'00:00:02'::interval");
            table.Property(row => row.Active).HasDefaultValueSql("true");
            table.Property(row => row.RegisteredAt).HasDefaultValueSql("now()");
            table.HasIndex(row => row.Benchmark).HasDatabaseName("ix_board_benchmark");
        });
        model.Entity<BoardWork>(Work);
        model.Entity<PublishedSite>(table =>
        {
            table.ToTable("site").HasKey(row => row.Name);
            table.Property(row => row.Name).UseCollation(ByBytes);
            table.Property(row => row.Sequence).HasDefaultValueSql("0");
            table.Property(row => row.Token).HasDefaultValueSql("0");
            table.Property(row => row.Board).UseCollation(ByBytes);
        });
        model.Entity<Publication>(table =>
        {
            table.ToTable("publication").HasKey(row => row.Id);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Site).UseCollation(ByBytes);
            table.Property(row => row.Board).UseCollation(ByBytes);
            table.Property(row => row.PublishedAt).HasDefaultValueSql("clock_timestamp()");
            table.HasIndex(row => new { row.Board, row.Id }).HasDatabaseName("ix_publication_board");
        });
        model.Entity<RefreshRequest>(Request);
        model.Entity<DirtyMark>(table =>
        {
            table.ToTable("dirty").HasKey(row => row.Id);
            table.Property(row => row.Id).UseIdentityAlwaysColumn();
            table.Property(row => row.Board).UseCollation(ByBytes);
            table.Property(row => row.MarkedAt).HasDefaultValueSql("clock_timestamp()");
        });
    }

    private static void Work(EntityTypeBuilder<BoardWork> table)
    {
        table.ToTable("work").HasKey(row => row.Board);
        table.HasOne<StoredBoard>().WithOne().HasForeignKey<BoardWork>(row => row.Board);
        table.Property(row => row.Board).UseCollation(ByBytes);
        table.Property(row => row.Want).HasDefaultValueSql("0");
        table.Property(row => row.Done).HasDefaultValueSql("0");
        table.Property(row => row.Claimed).HasDefaultValueSql("0");
        table.Property(row => row.Token).HasDefaultValueSql("0");
        table.Property(row => row.ReadyAt).HasDefaultValueSql("'-infinity'::timestamp with time zone");
        table.Property(row => row.Attempts).HasDefaultValueSql("0");
        table.Property(row => row.Parked).HasDefaultValueSql("false");
    }

    private static void Request(EntityTypeBuilder<RefreshRequest> table)
    {
        table.ToTable("refresh_request").HasKey(row => row.Id);
        table.HasOne<Publication>().WithMany().HasForeignKey(row => row.PublicationId).OnDelete(DeleteBehavior.SetNull);
        table.Property(row => row.Id).UseIdentityAlwaysColumn();
        table.Property(row => row.Board).UseCollation(ByBytes);
        table.Property(row => row.DedupeKey).UseCollation(ByBytes);
        table.Property(row => row.RequestedBy).HasDefaultValueSql("session_user");
        table.Property(row => row.RequestedAt).HasDefaultValueSql("clock_timestamp()");
        table.Property(row => row.State).HasDefaultValueSql("'pending'::text");
        table.Property(row => row.Attempts).HasDefaultValueSql("0");
        table.HasIndex(row => row.DedupeKey).IsUnique().HasDatabaseName("ix_refresh_request_dedupe_key");
        table.HasIndex(row => row.PublicationId).HasDatabaseName("ix_refresh_request_publication");
        table.HasIndex(row => row.Id).HasFilter("state = 'pending'").HasDatabaseName("ix_refresh_request_pending");
        table.HasIndex(row => new { row.Board, row.Generation }).HasFilter("state in ('accepted', 'running')").HasDatabaseName("ix_refresh_request_open");
    }
}
