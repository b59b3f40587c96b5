using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BenchWorker.Tests.Determinism;

/// <summary>Every random procedure and every byte of made-up boards, a line each with its hash: what must not differ between machines.</summary>
internal static class Digests
{
    public const string Verb = "digests";

    private static readonly JsonSerializerOptions EveryDigit = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>What the process runs with, so that a test knows that a setting took effect.</summary>
    public static string Machine => string.Create(CultureInfo.InvariantCulture,
        $"threads {Environment.ProcessorCount} avx512 {Vector512.IsHardwareAccelerated} avx2 {Avx2.IsSupported} fma {Fma.IsSupported}");

    public static IReadOnlyList<string> Everything() => [.. Procedures(), .. Boards(MadeUpBoards.Publish())];

    public static IEnumerable<string> Procedures() =>
        RandomProcedures.All.Select(static procedure => Line(procedure.Name, JsonSerializer.SerializeToUtf8Bytes(procedure.Run(), EveryDigit)));

    public static IEnumerable<string> Boards(IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files) =>
        files.Select(static file => Line(file.Path, file.Content.Span));

    /// <summary>The machine, then everything.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine(Machine);
        foreach (string line in Everything())
            output.WriteLine(line);
    }

    private static string Line(string name, ReadOnlySpan<byte> content) => $"{name}: {Convert.ToHexString(SHA256.HashData(content))}";
}
