namespace KeyProducts.Domain;

/// <summary>Where a year stands. The order of the members is the order of the year.</summary>
public enum Stage
{
    /// <summary>Settings, criteria and council are being prepared.</summary>
    Preparation,

    /// <summary>Businesses hand in their dossiers.</summary>
    Nominations,

    /// <summary>Officers check the dossiers.</summary>
    Screening,

    /// <summary>Judges score; settings and criteria are frozen from here on.</summary>
    Judging,

    /// <summary>The council looks at the result.</summary>
    Deliberation,

    /// <summary>The provisional list is posted for comments.</summary>
    Consultation,

    /// <summary>The city has decided.</summary>
    Recognised,
}
