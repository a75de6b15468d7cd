using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge answers about the businesses that are still open.</summary>
public sealed class DeclarationForm
{
    /// <summary>The answer that nothing ties the judge to a business.</summary>
    public const string Nothing = "None";

    public List<Row> Rows { get; set; } = [];

    /// <summary>That nothing ties the judge to all those which are left open, but those where something was found.</summary>
    public bool RestIsNone { get; set; }

    /// <summary>An answer for each business that is still open, typed or not yet.</summary>
    public void Offer(IReadOnlyList<OpenBusiness> businesses) =>
        Rows = [.. businesses.Select(business => Rows.Find(row => row.BusinessId == business.Id) ?? new Row { BusinessId = business.Id })];

    /// <summary>What is answered, with the place of its row; what is not is left open.</summary>
    /// <param name="businesses">Those that are still open; what was answered in another window meanwhile is not among them.</param>
    /// <param name="refuse">Takes the field and the sentence of each answer that is wrong.</param>
    public List<(OpenBusiness Business, ConflictKind? Kind, string? Text)> Answers(IReadOnlyList<OpenBusiness> businesses, Action<string, string> refuse)
    {
        var answers = new List<(OpenBusiness, ConflictKind?, string?)>();
        for (var place = 0; place < Rows.Count; place++)
        {
            var (row, field) = (Rows[place], $"Input.Rows[{place}].");
            if (businesses.FirstOrDefault(one => one.Id == row.BusinessId) is not { } business)
            {
                continue;
            }

            var choice = row.Choice ?? (RestIsNone && business.Signs.Count == 0 && string.IsNullOrWhiteSpace(row.Text) ? Nothing : null);
            var kind = Enum.TryParse<ConflictKind>(choice, out var tie) && Enum.IsDefined(tie) ? tie : (ConflictKind?)null;
            if (kind is null && choice != Nothing)
            {
                if (!string.IsNullOrWhiteSpace(row.Text) || (RestIsNone && business.Signs.Count > 0))
                {
                    refuse(field + "Choice", "Choose here what ties you to the business, or nothing.");
                }
            }
            else if (kind == ConflictKind.Other && string.IsNullOrWhiteSpace(row.Text))
            {
                refuse(field + "Text", "Say what ties you to the business.");
            }
            else if (kind is null && business.Signs.Count > 0 && string.IsNullOrWhiteSpace(row.Text))
            {
                refuse(field + "Text", "Say in a few words why this is no conflict.");
            }
            else
            {
                answers.Add((business, kind, row.Text));
            }
        }

        return answers;
    }

    public sealed class Row
    {
        public Guid BusinessId { get; set; }

        /// <summary>A <see cref="ConflictKind"/>, <see cref="Nothing"/>, or null for no answer yet.</summary>
        public string? Choice { get; set; }

        [StringLength(1000)]
        public string? Text { get; set; }
    }
}

/// <summary>A business about which a judge has not declared yet.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Products">Its products among what the judge is to score.</param>
/// <param name="Signs">What the program has found.</param>
public sealed record OpenBusiness(Guid Id, BilingualName Name, IReadOnlyList<(int Number, BilingualName Name)> Products, IReadOnlyList<ConflictSign> Signs);
