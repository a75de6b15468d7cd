namespace KeyProducts.Domain;

/// <summary>How somebody has proved who they are.</summary>
public enum SignInWay
{
    /// <summary>By the password alone.</summary>
    Password,

    /// <summary>By the password and a code of an authenticator app.</summary>
    PasswordAndCode,

    /// <summary>By the password and a recovery code.</summary>
    PasswordAndRecoveryCode,

    /// <summary>By the password, and then a passkey that was added in the same session.</summary>
    PasswordAndPasskey,

    /// <summary>By a passkey, whose device has checked who holds it.</summary>
    Passkey,
}
