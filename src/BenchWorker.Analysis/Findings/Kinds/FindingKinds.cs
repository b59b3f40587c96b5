namespace BenchWorker.Analysis;

/// <summary>The catalogue: every kind of statement there is, with its weight.</summary>
public static class FindingKinds
{
    public static readonly FindingKind C1 = new("C1", "construction", 1, Mandatory: true);
    public static readonly FindingKind C2 = new("C2", "coverage by row", 0.8, Mandatory: true);
    public static readonly FindingKind C3 = new("C3", "gap pattern", 0.6);
    public static readonly FindingKind C4 = new("C4", "coverage reverses a pair", 0.9, 1.25);
    public static readonly FindingKind E1 = new("E1", "cell extremes", 0.9, Mandatory: true);
    public static readonly FindingKind E2 = new("E2", "row leader", 0.85, Mandatory: true);
    public static readonly FindingKind E3 = new("E3", "leader depends on coverage", 1, 1.25, Mandatory: true);
    public static readonly FindingKind E4 = new("E4", "column leader", 0.7);
    public static readonly FindingKind E5 = new("E5", "count above threshold", 0.5);
    public static readonly FindingKind U1 = new("U1", "row spread", 0.6);
    public static readonly FindingKind U2 = new("U2", "run spread exceeds gap", 0.8);
    public static readonly FindingKind U3 = new("U3", "widest interval", 0.4);
    public static readonly FindingKind S1 = new("S1", "ceiling", 0.7);
    public static readonly FindingKind S2 = new("S2", "floor", 0.9, 1.1);
    public static readonly FindingKind S3 = new("S3", "at or below chance", 0.9);
    public static readonly FindingKind G1 = new("G1", "paired names", 0.95, 1.1);
    public static readonly FindingKind G2 = new("G2", "groups", 0.8);
    public static readonly FindingKind G3 = new("G3", "group leaders differ", 0.8);
    public static readonly FindingKind T1 = new("T1", "row trend", 0.95);
    public static readonly FindingKind T2 = new("T2", "trend summary", 1, Mandatory: true);
    public static readonly FindingKind T3 = new("T3", "largest step", 0.75);
    public static readonly FindingKind T4 = new("T4", "plateau", 0.8);
    public static readonly FindingKind T5 = new("T5", "largest net change", 0.7);
    public static readonly FindingKind T6 = new("T6", "strictly monotone", 0.5);
    public static readonly FindingKind T7 = new("T7", "change point", 0.7);
    public static readonly FindingKind T8 = new("T8", "rows cross", 0.8);
    public static readonly FindingKind T9 = new("T9", "trends differ", 0.6);
    public static readonly FindingKind O1 = new("O1", "outlier cells", 0.8);
    public static readonly FindingKind I1 = new("I1", "additive fit", 0.5);
    public static readonly FindingKind R1 = new("R1", "column agreement", 0.65);
    public static readonly FindingKind R2 = new("R2", "identical rows", 0.9, 1.2);
    public static readonly FindingKind R3 = new("R3", "constant column", 0.7);
    public static readonly FindingKind R4 = new("R4", "redundant column", 0.6);
    public static readonly FindingKind R5 = new("R5", "groups of columns", 0.6);
    public static readonly FindingKind D1 = new("D1", "discriminating column", 0.6);
    public static readonly FindingKind D2 = new("D2", "dominance", 0.9);
    public static readonly FindingKind L1 = new("L1", "most wins", 0.7);
    public static readonly FindingKind P1 = new("P1", "Pareto front", 0.7);
    public static readonly FindingKind F1 = new("F1", "facet difference", 1, Mandatory: true);
    public static readonly FindingKind F2 = new("F2", "colour scales differ", 1, 1.2, Mandatory: true);
    public static readonly FindingKind F3 = new("F3", "largest facet gap", 0.6);
    public static readonly FindingKind F4 = new("F4", "row order differs between facets", 0.7);
    public static readonly FindingKind N1 = new("N1", "native against cross", 1, 1.25, Mandatory: true);
    public static readonly FindingKind N2 = new("N2", "diagonal contrast", 0.8);
    public static readonly FindingKind N3 = new("N3", "asymmetry", 0.6);
    public static readonly FindingKind Q1 = new("Q1", "density shares", 1, Mandatory: true);
    public static readonly FindingKind Q2 = new("Q2", "crossing", 1, Mandatory: true);
    public static readonly FindingKind Q3 = new("Q3", "both fail or both solve", 0.6);
    public static readonly FindingKind K1 = new("K1", "cells above the mean", 0.8);
    public static readonly FindingKind W1 = new("W1", "who beats whom", 1, Mandatory: true);
    public static readonly FindingKind W2 = new("W2", "most one-sided pair", 0.8);
    public static readonly FindingKind W3 = new("W3", "closest pair", 0.7);
    public static readonly FindingKind W4 = new("W4", "circles of wins", 0.8, 1.25);
    public static readonly FindingKind X1 = new("X1", "cells that differ", 1, Mandatory: true);
    public static readonly FindingKind X2 = new("X2", "largest mean difference", 0.85);
    public static readonly FindingKind X3 = new("X3", "largest difference", 0.8);
    public static readonly FindingKind X4 = new("X4", "one-sided difference", 0.9);
    public static readonly FindingKind H1 = new("H1", "who was first", 1, Mandatory: true);
    public static readonly FindingKind H2 = new("H2", "movers", 1, Mandatory: true);
    public static readonly FindingKind H3 = new("H3", "unmoved", 0.6);
    public static readonly FindingKind H4 = new("H4", "first order against last", 0.7);
    public static readonly FindingKind H5 = new("H5", "late entrants", 0.8);
    public static readonly FindingKind H6 = new("H6", "largest move", 0.75);
    public static readonly FindingKind A1 = new("A1", "leader and tied group", 1);
    public static readonly FindingKind A2 = new("A2", "stability", 0.7);
    public static readonly FindingKind A3 = new("A3", "resampling share", 0.5);
    public static readonly FindingKind A4 = new("A4", "overall difference", 0.5);
    public static readonly FindingKind A5 = new("A5", "aggregations disagree", 0.8);
    public static readonly FindingKind V1 = new("V1", "improvement", 1, 1.25);
    public static readonly FindingKind V2 = new("V2", "regression", 1, 1.25);
    public static readonly FindingKind V3 = new("V3", "entered or left", 0.9);
    public static readonly FindingKind V4 = new("V4", "rank change", 0.9);
    public static readonly FindingKind V5 = new("V5", "coverage change", 0.9);
    public static readonly FindingKind M3 = new("M3", "unequal best of n", 0.8);

    /// <summary>What a document says of itself: axes, bounds of its tables, methods. No finding, and in no list of them.</summary>
    internal static readonly FindingKind Document = new("document", "document", 0);

    /// <summary>All kinds, by id.</summary>
    public static readonly IReadOnlyList<FindingKind> All =
    [
        C1, C2, C3, C4, E1, E2, E3, E4, E5, U1, U2, U3, S1, S2, S3, G1, G2, G3, T1, T2, T3, T4, T5, T6, T7, T8, T9, O1, I1,
        R1, R2, R3, R4, R5, D1, D2, L1, P1, F1, F2, F3, F4, N1, N2, N3, Q1, Q2, Q3,
        K1, W1, W2, W3, W4, X1, X2, X3, X4, H1, H2, H3, H4, H5, H6, A1, A2, A3, A4, A5, V1, V2, V3, V4, V5, M3,
    ];
}
