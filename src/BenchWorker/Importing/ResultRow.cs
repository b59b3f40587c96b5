using BenchWorker.Analysis;

namespace BenchWorker;

/// <summary>One result on its way into the database. Any importer makes these; <see cref="ResultImport"/> stores them.</summary>
public sealed record ResultRow
{
    public required string Benchmark { get; init; }

    public required string Task { get; init; }

    public string Subset { get; init; } = "";

    public string Model { get; init; } = "";

    public required string Metric { get; init; }

    public bool? HigherIsBetter { get; init; }

    /// <summary>Finite, or NaN exactly when <see cref="Missing"/> is set.</summary>
    public required double Value { get; init; }

    public MissingReason? Missing { get; init; }

    public double? StandardError { get; init; }

    public long? Count { get; init; }

    public DateTimeOffset? RunAt { get; init; }

    /// <summary>Null for the run that model, time and <see cref="Provenance"/> name together.</summary>
    public string? Run { get; init; }

    public string? SampleId { get; init; }

    /// <summary>JSON object of strings.</summary>
    public string Dimensions { get; init; } = "{}";

    /// <summary>Those of the dimensions that tell runs apart (<c>bench.is_provenance</c>), as a JSON object.</summary>
    public string Provenance { get; init; } = "{}";
}

/// <summary>What one line of a source turned out to be: a result, or the reason why it is none.</summary>
public readonly record struct ImportedLine(long Line, ResultRow? Row, string? Wrong);
