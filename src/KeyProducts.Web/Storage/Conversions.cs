using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KeyProducts.Web.Storage;

/// <summary>Points and gates as whole hundredths: SQLite has no decimal type that compares and sums exactly.</summary>
public sealed class Hundredths() : ValueConverter<decimal, long>(value => (long)(value * 100m), stored => stored / 100m);

/// <summary>Instants as UTC; SQLite forgets the kind, and PostgreSQL takes no other.</summary>
public sealed class UtcTime() : ValueConverter<DateTime, DateTime>(value => DateTime.SpecifyKind(value, DateTimeKind.Utc), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>A minimum as its text, "12" or "50%".</summary>
public sealed class MinimumColumn() : ValueConverter<Minimum, string>(value => value.ToString(), stored => Minimum.Parse(stored)!.Value);
