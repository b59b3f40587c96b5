using Serilog.Events;

namespace BenchWorker;

public enum LogFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, for log collectors.</summary>
    Json,
}

/// <summary>Configuration section <c>BenchWorker:Logging</c>. Sinks beyond standard error: Serilog's own section <c>Serilog</c>.</summary>
public sealed class LogOptions
{
    public const string Section = "BenchWorker:Logging";

    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>The least important level that is written.</summary>
    public LogEventLevel Level { get; set; } = LogEventLevel.Information;
}
