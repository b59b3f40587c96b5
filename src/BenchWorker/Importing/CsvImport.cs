using System.IO.Compression;
using Npgsql;

namespace BenchWorker;

/// <summary>Imports CSV files with the long result columns, plain or gzipped.</summary>
public sealed class CsvImport(NpgsqlDataSource database)
{
    /// <param name="progress">Told about sixteen times a megabyte; null for nobody.</param>
    /// <exception cref="ImportException">There is no such file, or it has not the columns.</exception>
    public async Task<ImportReport> ImportAsync(string path, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        string name = Path.GetFileName(path);
        await using FileStream file = Open(path);
        long length = file.Length;
        bool zipped = IsGzip(file);
        await using Stream text = zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = new LongCsv(name, text, options);
        HashSet<string> provenance = await ProvenanceAsync(csv.DimensionNames, ct);
        return await new ResultImport(database).ImportAsync(
            name, csv.Read(provenance), options, rows => progress?.Report(new(file.Position, length, rows)), ct);
    }

    internal static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path} cannot be read: {e.Message}", e);
        }
    }

    internal static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        int read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
    }

    /// <summary>The database names runs and knows what counts.</summary>
    private async Task<HashSet<string>> ProvenanceAsync(string[] dimensions, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.CreateCommand("select d from unnest($1::text[]) d where bench.is_provenance(d)");
        command.Parameters.Add(new() { Value = dimensions });
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct)) names.Add(rows.GetString(0));
        return names;
    }
}
