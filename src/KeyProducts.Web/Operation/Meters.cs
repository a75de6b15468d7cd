using System.Diagnostics.Metrics;

namespace KeyProducts.Web.Operation;

/// <summary>What the program counts of itself, beside .NET's own meters. Nothing of it says who did what.</summary>
public static class Meters
{
    /// <summary>The name under which they are collected.</summary>
    public const string Name = "KeyProducts";

    internal static readonly Meter Ours = new(Name);

    /// <summary>Marks that were saved, changed or taken back.</summary>
    public static readonly Counter<long> MarksSaved = Ours.CreateCounter<long>("keyproducts.marks.saved", "{mark}", "Marks that were saved, changed or taken back");

    /// <summary>Saves that were refused because somebody else had saved the same thing meanwhile.</summary>
    public static readonly Counter<long> Conflicts = Ours.CreateCounter<long>("keyproducts.conflicts", "{conflict}", "Saves that met a newer state of the same thing");
}
