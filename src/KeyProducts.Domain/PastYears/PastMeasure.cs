namespace KeyProducts.Domain;

/// <summary>What a published figure of a year counts.</summary>
public enum PastMeasure
{
    /// <summary>Products that were nominated.</summary>
    RegisteredProducts,

    /// <summary>Businesses that nominated them.</summary>
    RegisteredBusinesses,

    /// <summary>Recognised products.</summary>
    RecognisedProducts,

    /// <summary>The businesses of the recognised products, each once in the year.</summary>
    RecognisedBusinesses,

    /// <summary>Revenue, in đồng.</summary>
    Revenue,

    /// <summary>Export, in US cents.</summary>
    Export,

    /// <summary>Recognised businesses with a revenue of more than 1,000 tỷ đồng.</summary>
    OverThousandBillion,

    /// <summary>Recognised businesses in a list of the 500 largest.</summary>
    InTop500,

    /// <summary>Businesses behind the top of the year.</summary>
    TopBusinesses,

    /// <summary>Products recognised for the first time.</summary>
    FirstTime,

    /// <summary>Products recognised once more.</summary>
    Renewed,

    /// <summary>Products in the top of the year.</summary>
    TopProducts,

    /// <summary>Recognised businesses with the National Brand title.</summary>
    NationalBrand,

    /// <summary>Recognised products of one industry, which the figure names.</summary>
    IndustryProducts,
}

/// <summary>How exactly a source gives a figure.</summary>
public enum Exactness
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"About".</summary>
    About,

    /// <summary>"Nearly": somewhat less.</summary>
    Nearly,

    /// <summary>"More than".</summary>
    MoreThan,
}
