using System.Diagnostics;
using BenchWorker.Analysis;

namespace BenchWorker;

/// <summary>Why a value is missing, as the database spells it.</summary>
internal static class MissingText
{
    public static string Of(MissingReason reason) => reason switch
    {
        MissingReason.Failed => "failed",
        MissingReason.NonFinite => "non_finite",
        MissingReason.NotApplicable => "not_applicable",
        _ => "not_run",
    };

    public static MissingReason Parse(string text) => text switch
    {
        "not_run" => MissingReason.NotRun,
        "failed" => MissingReason.Failed,
        "non_finite" => MissingReason.NonFinite,
        "not_applicable" => MissingReason.NotApplicable,
        _ => throw new UnreachableException($"The database's own constraint lets no \"{text}\" pass."),
    };
}
