using System.ComponentModel.DataAnnotations;

namespace BenchWorker;

/// <summary>Configuration section <c>BenchWorker:Telemetry</c>: who may look into the worker.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "BenchWorker:Telemetry";

    /// <summary>Address that health and metrics are served at, as in http://127.0.0.1:9464 or http://+:8081; null for none.</summary>
    [RegularExpression("^http://[^/]+:[0-9]+$", ErrorMessage = Section + ":Listen is an address such as http://127.0.0.1:9464, with a port and without a path.")]
    public string? Listen { get; set; }

    /// <summary>OTLP endpoint that metrics are pushed to, as in http://collector:4317; null for none.</summary>
    public Uri? OtlpEndpoint { get; set; }
}
