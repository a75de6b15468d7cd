namespace KeyProducts.Domain;

/// <summary>The names that a certificate prints. What has no English name is printed in Vietnamese in both languages.</summary>
/// <param name="Product">The product.</param>
/// <param name="Business">The business.</param>
public sealed record CertificateNames(BilingualName Product, BilingualName Business)
{
    /// <summary>The most letters of a name.</summary>
    public const int MostLetters = 300;

    /// <summary>These names, if they can be printed.</summary>
    /// <exception cref="RuleException">A Vietnamese name is missing, or a name is too long.</exception>
    public CertificateNames Checked() => new(Checked(Product, nameof(Product)), Checked(Business, nameof(Business)));

    private static BilingualName Checked(BilingualName name, string field)
    {
        if (string.IsNullOrWhiteSpace(name.Vietnamese))
        {
            throw new RuleException("Give the name in Vietnamese.") { Field = field };
        }

        if (name.Vietnamese.Length > MostLetters || name.English?.Length > MostLetters)
        {
            throw new RuleException("A name on a certificate has at most {0} letters.", MostLetters) { Field = name.Vietnamese.Length > MostLetters ? field : field + "English" };
        }

        return BilingualName.Of(name.Vietnamese, name.English);
    }
}

/// <summary>A product with what its certificates need.</summary>
/// <param name="NominationId">The key of its nomination.</param>
/// <param name="Number">The registration number of its nomination.</param>
/// <param name="Names">Its name and that of its business.</param>
/// <param name="Industry">Its industry.</param>
public sealed record CertifiedProduct(Guid NominationId, int Number, CertificateNames Names, BilingualName Industry);
